/** How windows of this app reach each other. */
export interface WindowTransport {
  readonly post: (data: unknown) => void;
  readonly stop: () => void;
}

/**
 * Opens the way between the windows of this app: a channel that all of the origin hear. A page from a file has no origin that
 * it could share: there windows are reached one by one, the one that opened this one, and those that have spoken to it.
 *
 * @param onData - Called with whatever comes, also with what is not ours.
 * @param isOurs - Whether data come from a window of ours: that one is answered from then on.
 */
export function openTransport(
  onData: (data: unknown) => void,
  isOurs: (data: unknown) => boolean,
): WindowTransport {
  if (window.origin !== "null") {
    const channel = new BroadcastChannel("microfs.present");
    channel.onmessage = ({ data }) => onData(data);
    return { post: (data) => channel.postMessage(data), stop: () => channel.close() };
  }
  const others = new Set<MessageEventSource>(window.opener === null ? [] : [window.opener as Window]);
  const onMessage = ({ data, source, origin }: MessageEvent) => {
    if (source === null || origin !== "null" || !isOurs(data)) return;
    others.add(source);
    onData(data);
  };
  window.addEventListener("message", onMessage);
  return {
    post: (data) => {
      // Whoever hears it must be a file too, which has no name as a target.
      for (const other of others) other.postMessage(data, { targetOrigin: "*" });
    },
    stop: () => window.removeEventListener("message", onMessage),
  };
}
