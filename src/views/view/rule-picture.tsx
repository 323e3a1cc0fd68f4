import type { JoinRule } from "../../microfs/core";
import { DIRECTION_TERMS, type IgnorablePart } from "../../terms/directions";
import styles from "./rule-picture.module.css";

const WIDTH = 190;
const HEIGHT = 44;
const AXIS = 24;
const LINE = 140;

/** Which part of a rule a picture explains. */
export type RulePart = "ttl" | "delay" | "clock" | "exact" | "direction";

const WORDS: Readonly<Record<RulePart, (rule: JoinRule) => string>> = {
  ttl: (rule) => (rule.ttlUs === null ? "However old a row is, it counts." : TTL_CAPTIONS[rule.direction]),
  delay: (rule) =>
    rule.delayUs === 0n
      ? "A row counts as soon as it is there."
      : "A row in the strip at the line cannot be used yet.",
  clock: (rule) =>
    rule.clock === "created_time"
      ? "A row counts from when it became known: the end of its tail."
      : "A row counts from when it happened, known or not.",
  exact: (rule) =>
    rule.allowExactMatches ? "A row on the line counts." : "A row on the line does not count.",
  direction: (rule) => DIRECTION_CAPTIONS[rule.direction],
};

const TTL_CAPTIONS: Readonly<Record<JoinRule["direction"], string>> = {
  backward: "A row left of the band is too old.",
  nearest: "A row further away than this, on either side, does not count.",
  forward: "A row further ahead than this does not count.",
  latest: "If the last of all is older than this, nothing is taken.",
};

/** Why a choice changes nothing, by what the join's direction takes instead. */
const IGNORED: Readonly<Record<IgnorablePart, string>> = {
  delay: "Does not act: this way a row is taken whether it could be used by then or not.",
  clock: "Does not act: this way a row is taken whether it was known by then or not.",
  exact: "Does not act: the last of all is taken, wherever the moment lies.",
};

const DIRECTION_CAPTIONS: Readonly<Record<JoinRule["direction"], string>> = {
  backward: "Of what lies left of the line, the last.",
  nearest: "The closest, on either side. It can see the future.",
  forward: "The first right of the line. It sees the future.",
  latest: "The last of all, wherever the line is. It sees the future.",
};

/** One line of time that shows what a choice does. */
export function RulePicture({ part, rule }: { readonly part: RulePart; readonly rule: JoinRule }) {
  const ignored = DIRECTION_TERMS[rule.direction].ignores.find((one) => one === part);
  const words = ignored ? IGNORED[ignored] : WORDS[part](rule);
  return (
    <figure className={styles.figure} data-ignored={ignored !== undefined || undefined}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
      >
        <line className={styles.axis} x1={0} x2={WIDTH} y1={AXIS} y2={AXIS} />
        <line className={styles.asOf} x1={LINE} x2={LINE} y1={6} y2={HEIGHT - 2} />
        {!ignored && <Marks part={part} rule={rule} />}
      </svg>
      <figcaption className={styles.words}>{words}</figcaption>
    </figure>
  );
}

function Marks({ part, rule }: { readonly part: RulePart; readonly rule: JoinRule }) {
  switch (part) {
    case "ttl":
      return <TtlMarks direction={rule.direction} hasTtl={rule.ttlUs !== null} />;
    case "delay":
      return rule.delayUs === 0n ? (
        <>
          <Superseded x={80} />
          <Chosen x={127} />
        </>
      ) : (
        <>
          <rect className={styles.strip} x={112} y={12} width={LINE - 112} height={24} />
          <Chosen x={76} />
          <NotYetKnown x={127} />
        </>
      );
    case "clock":
      return rule.clock === "created_time" ? (
        <>
          <Chosen x={40} />
          <line className={styles.tail} x1={86} x2={168} y1={AXIS} y2={AXIS} />
          <line className={styles.tail} x1={168} x2={168} y1={18} y2={30} />
          <NotYetKnown x={86} />
        </>
      ) : (
        <>
          <Superseded x={40} />
          <line className={styles.tail} x1={86} x2={168} y1={AXIS} y2={AXIS} />
          <line className={styles.tail} x1={168} x2={168} y1={18} y2={30} />
          <Chosen x={86} />
        </>
      );
    case "exact":
      return <ExactMarks direction={rule.direction} counts={rule.allowExactMatches} />;
    case "direction":
      return <DirectionMarks direction={rule.direction} />;
  }
}

/** The window lies where the direction looks: back from the line, ahead of it, or on both sides. */
function TtlMarks({
  direction,
  hasTtl,
}: {
  readonly direction: JoinRule["direction"];
  readonly hasTtl: boolean;
}) {
  if (!hasTtl) {
    return (
      <>
        <Superseded x={direction === "forward" ? 182 : 70} />
        {direction === "backward" ? <Chosen x={105} /> : <Leak x={158} />}
      </>
    );
  }
  switch (direction) {
    case "backward":
      return (
        <>
          <Band from={65} to={LINE} edges={[65]} />
          <Expired x={28} />
          <Chosen x={105} />
        </>
      );
    case "nearest":
      return (
        <>
          <Band from={105} to={175} edges={[105, 175]} />
          <Expired x={60} />
          <Leak x={158} />
        </>
      );
    case "forward":
      return (
        <>
          <Band from={LINE} to={170} edges={[170]} />
          <Leak x={156} />
          <Expired x={182} />
        </>
      );
    case "latest":
      return (
        <>
          <Band from={65} to={LINE} edges={[65]} />
          <Superseded x={14} />
          <Expired x={40} />
        </>
      );
  }
}

function ExactMarks({
  direction,
  counts,
}: {
  readonly direction: JoinRule["direction"];
  readonly counts: boolean;
}) {
  const other = direction === "backward" ? 80 : 165;
  if (counts) {
    return (
      <>
        <Superseded x={other} />
        <Chosen x={LINE} />
      </>
    );
  }
  return (
    <>
      {direction === "backward" ? <Chosen x={other} /> : <Leak x={other} />}
      <Future x={LINE} />
    </>
  );
}

function DirectionMarks({ direction }: { readonly direction: JoinRule["direction"] }) {
  switch (direction) {
    case "backward":
      return (
        <>
          <Superseded x={30} />
          <Chosen x={90} />
          <Future x={172} />
        </>
      );
    case "nearest":
      return (
        <>
          <Superseded x={90} />
          <Leak x={158} />
        </>
      );
    case "forward":
      return (
        <>
          <Superseded x={90} />
          <Leak x={158} />
          <Superseded x={182} />
        </>
      );
    case "latest":
      return (
        <>
          <Superseded x={90} />
          <Superseded x={156} />
          <Leak x={178} />
        </>
      );
  }
}

function Band({ from, to, edges }: { readonly from: number; readonly to: number; readonly edges: number[] }) {
  return (
    <>
      <rect className={styles.band} x={from} y={12} width={to - from} height={24} />
      {edges.map((x) => (
        <line key={x} className={styles.edge} x1={x} x2={x} y1={10} y2={38} />
      ))}
    </>
  );
}

function Expired({ x }: { readonly x: number }) {
  return <circle className={styles.expired} cx={x} cy={AXIS} r={5.5} />;
}

function Chosen({ x }: { readonly x: number }) {
  return (
    <g className={styles.chosen}>
      <circle className={styles.ring} cx={x} cy={AXIS} r={9} />
      <circle cx={x} cy={AXIS} r={5.5} />
    </g>
  );
}

function Superseded({ x }: { readonly x: number }) {
  return <circle className={styles.superseded} cx={x} cy={AXIS} r={5.5} />;
}

function NotYetKnown({ x }: { readonly x: number }) {
  return (
    <g className={styles.notYetKnown}>
      <circle className={styles.hollow} cx={x} cy={AXIS} r={5.5} />
      <path d={`M${x} ${AXIS - 5.5} A5.5 5.5 0 0 0 ${x} ${AXIS + 5.5} Z`} />
    </g>
  );
}

function Future({ x }: { readonly x: number }) {
  return <path className={styles.future} d={diamond(x)} />;
}

function Leak({ x }: { readonly x: number }) {
  return <path className={styles.leak} d={diamond(x)} />;
}

function diamond(x: number): string {
  return `M${x} ${AXIS - 7} l7 7 -7 7 -7 -7 Z`;
}
