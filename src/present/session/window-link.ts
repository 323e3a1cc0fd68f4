/** Which of two states is later: what was changed more often, and of two that were changed at once the greater window's. */
export interface Stamp {
  readonly revision: number;
  /** The window that made the change. */
  readonly by: string;
}

/** The screens that are kept in step. */
export type LinkedScreen = "projector" | "speaker";

/** What every message says. */
interface Envelope {
  /** Tells our messages from all others. */
  readonly app: typeof APP;
  /** Windows with another plan are another class. */
  readonly plan: string;
  readonly from: string;
  readonly screen: LinkedScreen;
  /** Of what the sender shows. */
  readonly stamp: Stamp;
}

/** What windows of one class say to each other. `State` is whatever they share: a plain JSON value, sent whole. */
export type LinkMessage<State> = Envelope &
  (
    | { readonly kind: "state"; readonly state: State }
    /** Said again and again: whoever hears it answers, with its state where that is the later one. */
    | { readonly kind: "hello" }
    /** The answer to one whose state is as late. */
    | { readonly kind: "here" }
    /** The window closes, or shows something else. */
    | { readonly kind: "bye" }
    /** The class goes on with another plan. */
    | { readonly kind: "plan"; readonly to: string; readonly state: State }
  );

const APP = "microfs.present";

/** A window that has not been heard of for so long is gone, milliseconds. It is greeted every second. */
export const GONE_AFTER_MS = 3500;

export interface LinkOptions<State> {
  readonly plan: string;
  /** Unlike that of every other window. */
  readonly id: string;
  readonly screen: LinkedScreen;
  readonly state: State;
  readonly stamp: Stamp;
  readonly send: (message: LinkMessage<State>) => void;
  /** Another window's state is the later one: show it. */
  readonly onState: (state: State, stamp: Stamp) => void;
  /** Another window goes on with another plan. */
  readonly onPlan: (to: string, state: State, stamp: Stamp) => void;
  /** The plan that this class has left for its own: who still has that one is told. */
  readonly left: string | null;
}

/**
 * One window's end of what keeps the windows of a class in step. The last writer wins. It neither reads the clock nor knows
 * how messages travel: they may be lost, doubled or late, and after the next greeting the windows are in step again.
 */
export class WindowLink<State> {
  readonly #options: LinkOptions<State>;
  #state: State;
  #stamp: Stamp;
  /** By window: its screen, and when it was last heard of. */
  readonly #others = new Map<string, { readonly screen: LinkedScreen; readonly heardMs: number }>();

  constructor(options: LinkOptions<State>) {
    this.#options = options;
    this.#state = options.state;
    this.#stamp = options.stamp;
  }

  get stamp(): Stamp {
    return this.#stamp;
  }

  /** What this window shows was changed in it. */
  change(state: State): void {
    this.#state = state;
    this.#stamp = { revision: this.#stamp.revision + 1, by: this.#options.id };
    this.#send({ kind: "state", state });
  }

  /** Says that this window is there. Call it at the beginning, and then every second. */
  greet(): void {
    this.#send({ kind: "hello" });
  }

  /** Takes leave. */
  leave(): void {
    this.#send({ kind: "bye" });
  }

  /** Takes the others of this class along to another plan. */
  goToPlan(to: string, state: State): void {
    this.#send({ kind: "plan", to, state });
  }

  /** Something has come from another window; what is not ours is passed over. */
  receive(message: LinkMessage<State>, nowMs: number): void {
    const { plan, id, left } = this.#options;
    if (message.from === id) return;
    if (message.plan !== plan) {
      if (message.plan === left && message.kind === "hello")
        this.#options.send({ ...this.#envelope(), plan: left, kind: "plan", to: plan, state: this.#state });
      return;
    }
    if (message.kind === "bye") {
      this.#others.delete(message.from);
      return;
    }
    this.#others.set(message.from, { screen: message.screen, heardMs: nowMs });
    if (message.kind === "plan") {
      this.#options.onPlan(message.to, message.state, message.stamp);
      return;
    }
    const isNews = isLater(message.stamp, this.#stamp);
    if (message.kind === "state" && isNews) {
      this.#state = message.state;
      this.#stamp = message.stamp;
      this.#options.onState(message.state, message.stamp);
    } else if (message.kind === "hello") {
      if (isLater(this.#stamp, message.stamp)) this.#send({ kind: "state", state: this.#state });
      // Whoever is behind asks at once, and does not wait for its own next greeting.
      else this.#send({ kind: isNews ? "hello" : "here" });
    } else if (message.kind === "here" && isNews) this.greet();
  }

  /** The screens of the other windows of this class. */
  others(nowMs: number): ReadonlySet<LinkedScreen> {
    for (const [id, { heardMs }] of this.#others)
      if (nowMs - heardMs > GONE_AFTER_MS) this.#others.delete(id);
    return new Set([...this.#others.values()].map(({ screen }) => screen));
  }

  #envelope(): Envelope {
    const { plan, id, screen } = this.#options;
    return { app: APP, plan, from: id, screen, stamp: this.#stamp };
  }

  #send(
    said:
      | { kind: "hello" | "here" | "bye" }
      | { kind: "state"; state: State }
      | { kind: "plan"; to: string; state: State },
  ): void {
    this.#options.send({ ...this.#envelope(), ...said });
  }
}

/** Whether the first is later than the second. */
export function isLater(a: Stamp, b: Stamp): boolean {
  return a.revision > b.revision || (a.revision === b.revision && a.by > b.by);
}

/** Reads what came from outside; `null` for what is no message of ours. */
export function readLinkMessage<State>(
  data: unknown,
  readState: (state: unknown) => State | null,
): LinkMessage<State> | null {
  if (!isRecord(data) || data.app !== APP) return null;
  const { plan, from, screen, kind, stamp, to } = data;
  if (typeof plan !== "string" || typeof from !== "string" || !isRecord(stamp)) return null;
  if (screen !== "projector" && screen !== "speaker") return null;
  const { revision, by } = stamp;
  if (typeof revision !== "number" || !Number.isSafeInteger(revision) || typeof by !== "string") return null;
  const envelope: Envelope = { app: APP, plan, from, screen, stamp: { revision, by } };
  if (kind === "hello" || kind === "here" || kind === "bye") return { ...envelope, kind };
  const state = readState(data.state);
  if (state === null) return null;
  if (kind === "state") return { ...envelope, kind, state };
  return kind === "plan" && typeof to === "string" ? { ...envelope, kind, to, state } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
