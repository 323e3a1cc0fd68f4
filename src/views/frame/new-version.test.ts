import { describe, expect, test, vi } from "vitest";
import { type NewVersion, watchNewVersion } from "./new-version";

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
});
