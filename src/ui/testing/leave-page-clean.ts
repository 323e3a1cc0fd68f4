import { afterAll, vi } from "vitest";

// Test files share one page. Before the next one runs, it is as it was before this one.

const lent: readonly object[] = [
  Element.prototype,
  HTMLElement.prototype,
  HTMLDialogElement.prototype,
  document,
];
const before = lent.map((owner) => Object.getOwnPropertyDescriptors(owner));

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const [i, owner] of lent.entries()) {
    for (const name of Object.keys(Object.getOwnPropertyDescriptors(owner)))
      if (!(name in (before[i] ?? {}))) Reflect.deleteProperty(owner, name);
    Object.defineProperties(owner, before[i] ?? {});
  }
  document.body.replaceChildren();
  document.head.replaceChildren();
  for (const root of [document.documentElement, document.body])
    for (const { name } of [...root.attributes]) root.removeAttribute(name);
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, "", "/");
});
