import { vi } from "vitest";

/** Waits until an expectation holds, as long as a busy machine may need for it. */
export function eventually(expectation: () => void): Promise<void> {
  return vi.waitFor(expectation, { timeout: 20_000 });
}
