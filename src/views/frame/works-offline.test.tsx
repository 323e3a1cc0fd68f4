import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { serviceWorkers, useWorksOffline } from "./works-offline";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a page works offline from the moment a service worker answers for it", () => {
  const serviceWorker = Object.assign(new EventTarget(), { controller: null as object | null });
  vi.stubGlobal("navigator", { serviceWorker });
  const { result } = renderHook(() => useWorksOffline());
  expect(result.current).toBe(false);
  act(() => {
    serviceWorker.controller = {};
    serviceWorker.dispatchEvent(new Event("controllerchange"));
  });
  expect(result.current).toBe(true);
});

test("where there are no service workers, and where asking for them throws, it does not", () => {
  vi.stubGlobal("navigator", {});
  expect(renderHook(() => useWorksOffline()).result.current).toBe(false);
  const shutOff = Object.defineProperty({}, "serviceWorker", {
    get: () => {
      throw new DOMException("the context is sandboxed", "SecurityError");
    },
  });
  vi.stubGlobal("navigator", shutOff);
  expect(serviceWorkers()).toBeNull();
  expect(renderHook(() => useWorksOffline()).result.current).toBe(false);
});
