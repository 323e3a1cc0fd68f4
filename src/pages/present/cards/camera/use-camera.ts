import { useCallback, useEffect, useState } from "react";
import { keepText, keptText } from "../../../../state/kept-text";

/** Why there is no image. */
export type CameraFailure = "refused" | "none" | "busy" | "not_here" | "other";

export interface Camera {
  /** What the camera shows; `null` while it is off, or starting. */
  readonly stream: MediaStream | null;
  readonly failure: CameraFailure | null;
  /** All cameras there are, once one was allowed. */
  readonly cameras: readonly MediaDeviceInfo[];
  /** The one in use; "" before. */
  readonly chosen: string;
  choose(deviceId: string): void;
  tryAgain(): void;
}

const KEPT = "microfs.camera";

/**
 * Holds a camera while it is wanted and the page can be seen: its light goes out with the vote, and with the page. It asks for
 * as many pixels as 4K has: each card must be 24 of them wide.
 */
export function useCamera(isOn: boolean): Camera {
  const isSeen = useIsSeen();
  const [attempt, setAttempt] = useState(0);
  const [wanted, setWanted] = useState(() => keptText(KEPT) ?? "");
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [failure, setFailure] = useState<CameraFailure | null>(null);
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks anew
  useEffect(() => {
    if (!isOn || !isSeen) return;
    let isOver = false;
    let opened: MediaStream | null = null;
    const open = async () => {
      // Browsers have no cameras for pages that others could have changed on their way.
      if (navigator.mediaDevices === undefined) return setFailure("not_here");
      const media = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: {
          width: { ideal: 3840 },
          height: { ideal: 2160 },
          ...(wanted !== "" && { deviceId: { ideal: wanted } }),
        },
      });
      if (isOver) return stop(media);
      opened = media;
      // Pulled out, or taken by another program.
      for (const track of media.getTracks()) track.addEventListener("ended", () => setFailure("busy"));
      setFailure(null);
      setStream(media);
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (!isOver) setCameras(devices.filter(({ kind }) => kind === "videoinput"));
    };
    open().catch((error: unknown) => {
      if (!isOver) setFailure(failureOf(error));
    });
    return () => {
      isOver = true;
      if (opened !== null) stop(opened);
      setStream(null);
    };
  }, [isOn, isSeen, wanted, attempt]);

  const choose = useCallback((deviceId: string) => {
    keepText(KEPT, deviceId);
    setWanted(deviceId);
  }, []);
  const tryAgain = useCallback(() => {
    setFailure(null);
    setAttempt((count) => count + 1);
  }, []);
  const chosen = stream?.getVideoTracks()[0]?.getSettings().deviceId ?? "";
  return { stream, failure, cameras, chosen, choose, tryAgain };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function failureOf(error: unknown): CameraFailure {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "other";
}

/** Whether the page can be seen: a window that is hidden needs no camera. */
function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(() => document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return isSeen;
}
