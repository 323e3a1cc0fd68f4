import { transferHandlers } from "comlink";

/**
 * Lets errors keep their `code` on the way from the worker to the page: comlink carries name, message and stack
 * only. Both sides import this file before they talk.
 */
const plain = transferHandlers.get("throw");
if (plain !== undefined) {
  transferHandlers.set("throw", {
    ...plain,
    serialize(thrown: { value: unknown }) {
      const [serialized, transferables] = plain.serialize(thrown) as [{ value: object }, Transferable[]];
      if (thrown.value instanceof Error && "code" in thrown.value) {
        serialized.value = { ...serialized.value, code: thrown.value.code };
      }
      return [serialized, transferables];
    },
  });
}
