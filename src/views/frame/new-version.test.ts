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

async function watched(container: FakeContainer) {
  const heard: NewVersion[] = [];
  const reload = vi.fn();
  const serviceWorker = container as unknown as ServiceWorkerContainer;
  const watch = watchNewVersion({ serviceWorker, reload }, URL_OF_WORKER, (version) => heard.push(version));
  await Promise.resolve();
  await Promise.resolve();
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

  test("says nothing more once it is stopped", async () => {
    const container = new FakeContainer(true);
    const { heard, stop } = await watched(container);
    stop();
    container.registration.install();
    container.claim();
    expect(heard).toEqual([]);
  });
});
