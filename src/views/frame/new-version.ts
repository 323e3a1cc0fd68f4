/**
 * What a page knows of newer versions. `waiting`: one is here in full, and waits until it is taken. `coming`: it has been
 * taken here, and the browser lets the old one finish first. `taken elsewhere`: another page has taken it, and this one
 * still runs the version before.
 */
export type NewVersion = "none" | "waiting" | "coming" | "taken elsewhere";

/** After how many milliseconds a version that was taken and has not come is asked again. */
export const ASK_AGAIN = 2000;

/** What is asked of the browser; a test puts its own in place of it. */
export interface PageHost {
  readonly serviceWorker: Pick<
    ServiceWorkerContainer,
    "register" | "controller" | "addEventListener" | "removeEventListener"
  >;
  readonly reload: () => void;
  readonly fetch: (url: URL) => Promise<Response>;
}

/**
 * Registers the service worker, which keeps the whole app for a time without a network, and watches for newer versions.
 * A new one never takes over by itself: it waits until every page of the old one is gone, or until {@link take} is called.
 *
 * Where the server has the app no longer, it is not kept for ever: another page may be served there now.
 *
 * @returns `take` takes the new version and loads the page again; `leave` no longer loads this page again by itself, where
 * that has not happened yet; `check` asks the server for one; `stop` ends the watch.
 */
export function watchNewVersion(
  { serviceWorker, reload, fetch }: PageHost,
  url: URL,
  onChange: (version: NewVersion) => void,
): { take: () => void; leave: () => void; check: () => void; stop: () => void } {
  // A page without one was loaded from the network, and is of the newest version itself.
  let isControlled = serviceWorker.controller !== null;
  // Runs from the press until the page is loaded again.
  let asking: ReturnType<typeof setInterval> | undefined;
  let registration: ServiceWorkerRegistration | null = null;
  const stopped = new AbortController();
  const { signal } = stopped;

  const leave = () => {
    clearInterval(asking);
    asking = undefined;
  };
  const ask = () => {
    const waiting = registration?.waiting;
    if (waiting) return waiting.postMessage({ type: "SKIP_WAITING" });
    // It has taken over unheard, or is gone: what the page is loaded from now is the newest there is. Once only, since
    // asking for it again would begin it again.
    leave();
    reload();
  };
  const onControllerChange = () => {
    if (asking !== undefined) {
      leave();
      reload();
    } else if (isControlled) onChange("taken elsewhere");
    isControlled = true;
  };
  const onWaiting = () => {
    if (!registration?.waiting || !isControlled) return;
    // A still newer one has taken the place of the one that was asked.
    if (asking !== undefined) ask();
    else onChange("waiting");
  };
  const onInstalling = () => {
    registration?.installing?.addEventListener("statechange", onWaiting, { signal });
  };
  const check = () => {
    const asked = registration;
    asked?.update().catch(async () => {
      if (await isGone(fetch, url)) await asked.unregister();
    });
  };
  serviceWorker.addEventListener("controllerchange", onControllerChange, { signal });
  serviceWorker.register(url).then(
    (registered: ServiceWorkerRegistration | undefined) => {
      // Where a tool forbids workers there may be no refusal, and nothing registered either.
      if (signal.aborted || registered === undefined) return;
      registration = registered;
      registered.addEventListener("updatefound", onInstalling, { signal });
      onInstalling();
      onWaiting();
      if (isControlled) check();
    },
    // Not here, or not allowed: from a file, in some private windows. The app works as it does without.
    () => undefined,
  );

  return {
    take: () => {
      leave();
      // Chromium lets the old worker finish first: half a minute, if something was asked of it at the wrong moment. And
      // what is said to a worker that fails to start is lost.
      asking = setInterval(() => {
        if (registration?.waiting) onChange("coming");
        ask();
      }, ASK_AGAIN);
      ask();
    },
    leave,
    check,
    stop: () => {
      leave();
      stopped.abort();
    },
  };
}

/** Whether a server is there and answers with something else. Without a network there is no answer, and nothing is gone. */
async function isGone(fetch: PageHost["fetch"], url: URL): Promise<boolean> {
  const response = await fetch(url).catch(() => null);
  if (response === null) return false;
  return !response.ok || !response.headers.get("content-type")?.includes("javascript");
}
