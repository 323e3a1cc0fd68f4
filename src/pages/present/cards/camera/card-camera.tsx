import { useEffect, useRef, useState } from "react";
import type { Letter } from "../../../../present/answers";
import { createCardTally } from "../../../../present/cards/confirm-readings";
import type { ReadImage } from "../../../../present/cards/read-cards";
import { Button } from "../../../../ui/controls/button";
import { Select } from "../../../../ui/controls/select";
import { Notice } from "../../../../ui/feedback/notice";
import styles from "./card-camera.module.css";
import { type CameraFailure, useCamera } from "./use-camera";
import { useCardReader } from "./use-card-reader";

export interface CardCameraProps {
  /** Whether a vote is open: at all other times the camera is off. */
  readonly isOn: boolean;
  /** Gets what the cards show, by their numbers, with each change. Each card counts once, its last reading wins. */
  readonly onReadings: (readings: Readonly<Record<number, Letter>>) => void;
  /** The way out where there is no camera: the class votes by hands. */
  readonly onHands: () => void;
}

const FAILURES: Readonly<Record<CameraFailure, string>> = {
  refused: "The browser does not let this page use the camera. Allow it beside the address, then try again.",
  none: "There is no camera here. Connect one, then try again.",
  busy: "Another program has the camera, or it was taken away. Close that program, then try again.",
  not_here:
    "Browsers have no camera for a page at this address. Open the app over https, from this machine, or as a file.",
  other: "The camera does not start. Connect it anew, then try again.",
};

/** Of a page that was opened from a file, where some browsers have no camera, and others refuse it without a question. */
const FILE_FAILURES: Partial<typeof FAILURES> = {
  refused:
    "The browser does not let this file use the camera. Allow it beside the address, then try again. Where it does not ask, open the file in another browser, or the app over https.",
  not_here:
    "This browser has no camera for a page that was opened from a file. Open the file in another browser, or the app over https.",
};

function failureWords(failure: CameraFailure): string {
  const ofFile = window.location.protocol === "file:" ? FILE_FAILURES[failure] : undefined;
  return ofFile ?? FAILURES[failure];
}

/**
 * Reads the cards of a class by the camera while a vote is open, and shows what the camera sees, with a frame around each card that
 * was read. It never shows what a card says. Give it a `key` of the vote: with another one it begins anew.
 */
export function CardCamera({ isOn, onReadings, onHands }: CardCameraProps) {
  const camera = useCamera(isOn);
  const { stream } = camera;
  const video = useRef<HTMLVideoElement>(null);
  const [tally] = useState(createCardTally);
  const [read, setRead] = useState<ReadImage | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
    return () => setRead(null);
  }, [stream]);
  const told = useRef<object | null>(null);
  useCardReader(
    video,
    stream,
    (image, atMs) => {
      setRead(image);
      const readings = tally.add(image.cards, atMs);
      if (readings === told.current) return;
      told.current = readings;
      onReadings(readings);
    },
    () => setBroken(true),
  );
  if (!isOn) return null;
  if (camera.failure !== null || isBroken)
    return (
      <Notice
        kind="error"
        actions={
          <>
            {camera.failure !== "not_here" && !isBroken && (
              <Button onClick={camera.tryAgain}>Try again</Button>
            )}
            <Button onClick={onHands}>Vote by hands</Button>
          </>
        }
      >
        {camera.failure === null
          ? "This browser cannot read images in the background. Use a newer one."
          : failureWords(camera.failure)}{" "}
        Or vote by hands, and type the numbers.
      </Notice>
    );
  return (
    <div className={styles.camera}>
      <div className={styles.view}>
        <video
          ref={video}
          className={styles.video}
          autoPlay
          muted
          playsInline
          aria-label="What the camera sees"
        />
        {read !== null && <Frames read={read} />}
      </div>
      <div className={styles.words}>
        <p>
          {stream === null ? "The camera is starting …" : inSight(read?.cards.length ?? 0)} Nothing is
          recorded or sent.
        </p>
        {camera.cameras.length > 1 && (
          <Select
            label="Camera"
            layout="inline"
            options={camera.cameras.map(({ deviceId, label }, i) => ({
              value: deviceId,
              label: label === "" ? `Camera ${i + 1}` : label,
            }))}
            value={camera.chosen}
            onChange={camera.choose}
          />
        )}
      </div>
    </div>
  );
}

function inSight(count: number): string {
  return count === 1 ? "1 card in sight." : `${count} cards in sight.`;
}

/** A frame around each card that was read, with its number. */
function Frames({ read }: { readonly read: ReadImage }) {
  const { width, height, cards } = read;
  return (
    <svg className={styles.frames} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {cards.map(({ card, corners }) => {
        const points = corners.map(({ x, y }) => `${x},${y}`).join(" ");
        return (
          <g key={card}>
            <polygon className={styles.frameGround} points={points} />
            <polygon className={styles.frame} points={points} />
          </g>
        );
      })}
    </svg>
  );
}
