import { transferHandlers } from "comlink";

/**
 * What crosses between page and worker beside plain data: errors with their `code`, and signals. Both sides import this
 * file before they talk.
 */

const plainThrow = transferHandlers.get("throw");
if (plainThrow !== undefined) {
  // Comlink carries an error's name, message and stack only.
  transferHandlers.set("throw", {
    ...plainThrow,
    serialize(thrown: { value: unknown }) {
      const [serialized, transferables] = plainThrow.serialize(thrown) as [{ value: object }, Transferable[]];
      if (thrown.value instanceof Error && "code" in thrown.value) {
        serialized.value = { ...serialized.value, code: thrown.value.code };
      }
      return [serialized, transferables];
    },
  });
}

/** A signal on its way: whether it is aborted already, and else where the abort will be heard. */
interface SignalWire {
  readonly aborted: boolean;
  readonly port: MessagePort | null;
}

transferHandlers.set("signal", {
  canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
  serialize(signal: AbortSignal): [SignalWire, Transferable[]] {
    if (signal.aborted) return [{ aborted: true, port: null }, []];
    const { port1, port2 } = new MessageChannel();
    signal.addEventListener(
      "abort",
      () => {
        port1.postMessage(null);
        port1.close();
      },
      { once: true },
    );
    return [{ aborted: false, port: port2 }, [port2]];
  },
  deserialize({ aborted, port }: SignalWire): AbortSignal {
    if (aborted || port === null) return AbortSignal.abort();
    const controller = new AbortController();
    port.onmessage = () => {
      controller.abort();
      port.close();
    };
    return controller.signal;
  },
});
