import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ASK_AGAIN, type NewVersion, watchNewVersion } from "./new-version";

/** A worker of the browser's, as far as a page sees it. */
class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn();
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  readonly update = vi.fn(async () => this);
  readonly unregister = vi.fn(async () => true);

  /** A newer version is found and fetched in full. */
  install(): FakeWorker {
    const worker = new FakeWorker();
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
    this.installing = null;
    this.waiting = worker;
    worker.dispatchEvent(new Event("statechange"));
    return worker;
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null;
  readonly registration = new FakeRegistration();
  readonly register = vi.fn(async (): Promise<FakeRegistration | undefined> => this.registration);

  constructor(isControlled: boolean) {
    super();
    this.controller = isControlled ? new FakeWorker() : null;
  }

  /** Another worker takes this page over. */
  claim(): void {
    this.controller = new FakeWorker();
    this.dispatchEvent(new Event("controllerchange"));
  }
}

const URL_OF_WORKER = new URL("http://app.test/some/folder/sw.js");

const SCRIPT = { headers: { "content-type": "text/javascript" } };

/** @param served - What the server answers for the worker's script; `null` where there is no network. */
async function watched(container: FakeContainer, served: Response | null = new Response("", SCRIPT)) {
  const heard: NewVersion[] = [];
  const reload = vi.fn();
  const serviceWorker = container as unknown as ServiceWorkerContainer;
  const fetch = () =>
    served === null ? Promise.reject(new TypeError("no network")) : Promise.resolve(served);
  const watch = watchNewVersion({ serviceWorker, reload, fetch }, URL_OF_WORKER, (version) =>
    heard.push(version),
  );
  // Until what follows from registering has happened.
  await new Promise((resolve) => setTimeout(resolve));
  return { ...watch, heard, reload };
}

describe("watchNewVersion", () => {
  test("registers the worker of its own folder, and says nothing of a first visit", async () => {
    const container = new FakeContainer(false);
    const { heard, reload } = await watched(container);
    expect(container.register).toHaveBeenCalledWith(URL_OF_WORKER);
    container.registration.install();
    container.claim();
    expect(heard).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });

  test("offers a new version once it is here in full, and takes it only when asked", async () => {
    const container = new FakeContainer(true);
    const { heard, reload, take } = await watched(container);
    const worker = container.registration.install();
    expect(heard).toEqual(["waiting"]);
    expect(worker.postMessage).not.toHaveBeenCalled();
    take();
    expect(worker.postMessage).toHaveBeenCalledWith({ type: "SKIP_WAITING" });
    expect(reload).not.toHaveBeenCalled();
    container.claim();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(heard).toEqual(["waiting"]);
  });

  test("offers one that has waited since an earlier visit", async () => {
    const container = new FakeContainer(true);
    container.registration.waiting = new FakeWorker();
    expect((await watched(container)).heard).toEqual(["waiting"]);
  });

  test("offers none to a page that came from the network past the worker: it is of the newest version", async () => {
    const container = new FakeContainer(false);
    container.registration.waiting = new FakeWorker();
    expect((await watched(container)).heard).toEqual([]);
  });

  test("says that another page has taken it, and loads nothing again unasked", async () => {
    const container = new FakeContainer(true);
    const { heard, reload, take } = await watched(container);
    container.registration.install();
    container.registration.waiting = null;
    container.claim();
    expect(heard).toEqual(["waiting", "taken elsewhere"]);
    expect(reload).not.toHaveBeenCalled();
    take();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test("hears of a second version after the first visit became one of a kept version", async () => {
    const container = new FakeContainer(false);
    const { heard } = await watched(container);
    container.claim();
    container.registration.install();
    expect(heard).toEqual(["waiting"]);
  });

  test("does without where no worker may be registered", async () => {
    const container = new FakeContainer(false);
    container.register.mockRejectedValue(new DOMException("denied", "SecurityError"));
    const { heard, take, check, reload } = await watched(container);
    check();
    expect(heard).toEqual([]);
    take();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test("does without where registering comes to nothing", async () => {
    const container = new FakeContainer(false);
    container.register.mockResolvedValue(undefined);
    const { heard, check } = await watched(container);
    check();
    expect(heard).toEqual([]);
  });

  test.each<[what: string, served: Response | null, times: number]>([
    ["is not kept where the server has it no longer", new Response("", { status: 404 }), 1],
    [
      "is not kept where another page answers for it",
      new Response("<html>", { headers: { "content-type": "text/html" } }),
      1,
    ],
    ["is kept without a network", null, 0],
    ["is kept where only the update failed", new Response("", SCRIPT), 0],
  ])("the app %s", async (_, served, times) => {
    const container = new FakeContainer(true);
    container.registration.update.mockRejectedValue(new TypeError("it did not come"));
    await watched(container, served);
    expect(container.registration.unregister).toHaveBeenCalledTimes(times);
  });

  test("says nothing more once it is stopped", async () => {
    const container = new FakeContainer(true);
    const { heard, stop } = await watched(container);
    stop();
    container.registration.install();
    container.claim();
    expect(heard).toEqual([]);
  });

  describe("where the old version does not let go at once", () => {
    // The wait for what follows from registering is not of the watch's own time.
    beforeEach(() => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
    afterEach(() => vi.useRealTimers());

    /** A page on which a new version has just been taken. */
    async function taken() {
      const container = new FakeContainer(true);
      const watch = await watched(container);
      const worker = container.registration.install();
      watch.take();
      return { container, worker, ...watch };
    }

    test("says so, asks again, and loads the page again as soon as it has", async () => {
      const { container, worker, heard, reload } = await taken();
      expect(heard).toEqual(["waiting"]);
      vi.advanceTimersByTime(ASK_AGAIN);
      expect(heard).toEqual(["waiting", "coming"]);
      expect(worker.postMessage).toHaveBeenCalledTimes(2);
      expect(reload).not.toHaveBeenCalled();
      container.registration.waiting = null;
      container.claim();
      expect(reload).toHaveBeenCalledTimes(1);
      vi.advanceTimersByTime(10 * ASK_AGAIN);
      expect(reload).toHaveBeenCalledTimes(1);
    });

    test("loads the page again, once, when the takeover was not heard of", async () => {
      const { container, reload, heard } = await taken();
      container.registration.waiting = null;
      vi.advanceTimersByTime(10 * ASK_AGAIN);
      expect(reload).toHaveBeenCalledTimes(1);
      expect(heard).toEqual(["waiting"]);
    });

    test("takes a still newer one that came in its place", async () => {
      const { container, heard } = await taken();
      const newest = container.registration.install();
      expect(newest.postMessage).toHaveBeenCalledWith({ type: "SKIP_WAITING" });
      expect(heard).toEqual(["waiting"]);
    });

    test("loads nothing again once the reader has turned to something else, and tells of it when it comes", async () => {
      const { container, worker, heard, reload, leave } = await taken();
      leave();
      vi.advanceTimersByTime(10 * ASK_AGAIN);
      expect(worker.postMessage).toHaveBeenCalledTimes(1);
      container.claim();
      expect(reload).not.toHaveBeenCalled();
      expect(heard).toEqual(["waiting", "taken elsewhere"]);
    });

    test("a second press asks again at once, and a press after the takeover loads the page again", async () => {
      const { container, worker, reload, take } = await taken();
      take();
      expect(worker.postMessage).toHaveBeenCalledTimes(2);
      container.registration.waiting = null;
      take();
      expect(reload).toHaveBeenCalledTimes(1);
    });

    test("asks no more once it is stopped", async () => {
      const { worker, stop } = await taken();
      stop();
      vi.advanceTimersByTime(10 * ASK_AGAIN);
      expect(worker.postMessage).toHaveBeenCalledTimes(1);
    });
  });
});
