import { MicroFSError } from "../microfs/core";
import "./transfer-handlers";
import { expose, wrap } from "comlink";
import { afterAll, expect, test } from "vitest";

const { port1, port2 } = new MessageChannel();

expose(
  {
    untilAborted: (signal: AbortSignal) =>
      new Promise<void>((_, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
    fail: (): void => {
      throw new MicroFSError("type_mismatch", "1 and “1” differ.");
    },
  },
  port1,
);
const far = wrap<{ untilAborted(signal: AbortSignal): Promise<void>; fail(): void }>(port2);

afterAll(() => {
  port1.close();
  port2.close();
});

test("a signal is heard on the other side, whenever it is aborted", async () => {
  const controller = new AbortController();
  const waiting = far.untilAborted(controller.signal);
  await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  await expect(far.untilAborted(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
});

test("an error keeps its code on the way", async () => {
  await expect(far.fail()).rejects.toMatchObject({ code: "type_mismatch", message: "1 and “1” differ." });
});
