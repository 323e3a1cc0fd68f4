import { createStore, type StoreApi } from "zustand/vanilla";
import { started } from "../../present/session/timer";
import {
  type LinkedScreen,
  readLinkMessage,
  type Stamp,
  WindowLink,
} from "../../present/session/window-link";
import type { App } from "../app";
import { goTo } from "../route/go-to";
import type { Route } from "../route/route";
import { formatUrl } from "../route/url";
import {
  type ClassState,
  type KeptClass,
  keepClass,
  planKey,
  readClassState,
  readKeptClass,
  takeUp,
} from "./kept-class";
import { isBegun, NEW_SESSION, sessionStore } from "./session-store";
import { openTransport } from "./window-transport";

/** What a window knows of the others of its class. */
export interface ClassWindows {
  /** The screens that other windows show. */
  readonly others: ReadonlySet<LinkedScreen>;
  /** Whether the browser keeps the class, so that a reload loses nothing. */
  readonly isKept: boolean;
  /** Whether the browser would not open a window: then a link can. */
  readonly isBlocked: boolean;
  /** The class of this plan that was left for a new one, to be brought back; `null` where there is none. */
  readonly over: KeptClass | null;
}

const ALONE: ClassWindows = { others: new Set(), isKept: true, isBlocked: false, over: null };
const GREET_EVERY_MS = 1000;

/** The place of one window in its class, while it shows a screen of one. */
interface Place {
  readonly screen: LinkedScreen;
  readonly plan: string;
}

/** Takes the class that is open to another plan. */
type GoToPlan = (to: string, state: ClassState) => void;

/** What keeps one app in step with the other windows of its class, while it shows a screen of one. */
export interface ClassLink {
  readonly windows: StoreApi<ClassWindows>;
  readonly goToPlan: GoToPlan;
  /** Puts another state in the place of what there is, which is kept as over, or forgets what is over. */
  readonly replace: (state: ClassState, over: KeptClass | null) => void;
  /** What is shown now, as it would be kept; `null` where no class is open. */
  readonly now: () => KeptClass | null;
}

/** Keeps the app in step with the other windows of its class, and the class in the browser's storage. */
export function classLink(app: App): ClassLink {
  const windows = createStore<ClassWindows>()(() => ALONE);
  let open: (Place & ReturnType<typeof joinClass>) | null = null;
  /** A plan that this class has left for another one. */
  let left: { readonly from: string; readonly to: string } | null = null;
  const goToPlan: GoToPlan = (to, state) => {
    if (open === null || open.plan === to) return;
    const { plan: from, stamp } = open;
    left = { from, to };
    open.sendPlan(to, state);
    adoptPlan(app, to, state, { ...stamp(), revision: stamp().revision + 1 });
  };
  const leave = () => {
    const before = open;
    // What is forgotten as it is left is no change of the class.
    open = null;
    before?.leave();
  };
  const follow = () => {
    const place = placeOf(app.state.getState().route);
    if (place?.screen === open?.screen && place?.plan === open?.plan) return open?.changed();
    leave();
    if (place === null) return windows.setState(ALONE, true);
    const leftFor = left?.to === place.plan ? left.from : null;
    const joined = joinClass(app, place, leftFor, windows);
    open = { ...place, ...joined };
    joined.begin();
  };
  app.onDispose(app.state.subscribe(follow));
  app.onDispose(app.part(sessionStore).subscribe(() => open?.changed()));
  app.onDispose(leave);
  follow();
  return {
    windows,
    goToPlan,
    replace: (state, over) => {
      if (open === null) return;
      keepClass(open.plan, "over", over);
      windows.setState({ over });
      open.show(state);
      open.changed();
    },
    now: () => open?.kept() ?? null,
  };
}

/** What this window knows of the others of its class. */
export function classWindows(app: App): StoreApi<ClassWindows> {
  return app.part(classLink).windows;
}

/**
 * Opens the window of another screen of this class, or brings it to the front. Call it in a press of a key or a button: else
 * browsers open none. Where this one does not, `isBlocked` says so.
 */
export function openScreen(app: App, screen: LinkedScreen): void {
  const { route, document } = app.state.getState();
  const url = `#${formatUrl({ ...document, route: { ...route, screen } })}`;
  // A window of this name that is open already is the one that is meant.
  const opened = window.open(url, `microfs-${screen}`, "popup,width=1280,height=800");
  classWindows(app).setState({ isBlocked: opened === null });
  opened?.focus();
}

/** What was said of a window that the browser would not open was seen. */
export function dismissBlocked(app: App): void {
  classWindows(app).setState({ isBlocked: false });
}

/** Begins a new class with the same plan. The one before can be brought back. */
export function beginNewClass(app: App): void {
  const { now, replace } = app.part(classLink);
  // The next class has the same cards.
  const { classSize } = app.part(sessionStore).getState();
  replace({ step: 1, press: 1, session: { ...NEW_SESSION, classSize } }, now());
}

/** Brings the class back that was left for a new one. */
export function bringBackClass(app: App): void {
  const { windows, replace } = app.part(classLink);
  const { over } = windows.getState();
  if (over !== null) replace(over.state, null);
}

/**
 * Goes on with another plan, in every window of the class. What the timer says stays; votes and changes belong to the plan.
 *
 * @param step - Of the other plan, from 0.
 */
export function goOnWithPlan(app: App, plan: string, step: number): void {
  const { startedAtMs, timer, classSize } = app.part(sessionStore).getState();
  const session = { ...NEW_SESSION, startedAtMs, timer, classSize };
  app.part(classLink).goToPlan(plan, { step: step + 1, press: 1, session });
}

function placeOf({ page, screen, plan }: Route): Place | null {
  if (page !== "present" || plan === null) return null;
  return screen === "projector" || screen === "speaker" ? { screen, plan } : null;
}

function joinClass(app: App, { screen, plan }: Place, left: string | null, windows: StoreApi<ClassWindows>) {
  const session = app.part(sessionStore);
  const shown = (): ClassState => {
    const { step, press } = app.state.getState().route;
    return { step, press, session: session.getState() };
  };
  const { route } = app.state.getState();
  const taken = takeUp(
    { step: route.step, press: route.press, session: NEW_SESSION },
    readKeptClass(plan, "own"),
    readKeptClass(plan, "latest"),
    Date.now(),
  );
  if (taken.over !== null) keepClass(plan, "over", taken.over);
  windows.setState({ ...ALONE, over: readKeptClass(plan, "over") }, true);
  let last = taken.state;
  let frame: number | null = null;
  let isShowing = false;
  /** What another window has changed is no change of this one. */
  const quietly = (act: () => void) => {
    isShowing = true;
    act();
    isShowing = false;
  };
  const show = (state: ClassState) => quietly(() => showState(app, state));
  const transport = openTransport(
    (data) => {
      const message = readLinkMessage(data, readClassState);
      if (message === null) return;
      link.receive(message, Date.now());
      tell();
    },
    (data) => readLinkMessage(data, readClassState) !== null,
  );
  const link: WindowLink<ClassState> = new WindowLink<ClassState>({
    plan: planKey(plan),
    id: newWindowId(),
    screen,
    state: taken.state,
    stamp: taken.stamp,
    left: left && planKey(left),
    send: transport.post,
    onState: (state) => {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
      last = state;
      show(state);
      keep();
      // It may have been begun anew there.
      if (!isBegun(state.session)) windows.setState({ over: readKeptClass(plan, "over") });
    },
    onPlan: (to, state, stamp) => adoptPlan(app, to, state, { ...stamp, revision: stamp.revision + 1 }),
  });
  const kept = (): KeptClass => ({ state: shown(), stamp: link.stamp, keptAtMs: Date.now() });
  const keep = () => {
    const now = kept();
    // A drag that is under way is not worth a write for every movement.
    if (now.state.session.draftEdit !== null) return;
    const isKept = [keepClass(plan, "own", now), keepClass(plan, "latest", now)].every(Boolean);
    if (isKept !== windows.getState().isKept) windows.setState({ isKept });
  };
  const tell = () => {
    const others = link.others(Date.now());
    const before = windows.getState().others;
    if (others.size !== before.size || [...others].some((one) => !before.has(one)))
      windows.setState({ others });
  };
  const send = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    link.change(last);
    keep();
  };
  const changed = () => {
    if (isShowing) return;
    const now = withStart(last, shown());
    if (isSameState(now, last)) return;
    if (now.session !== session.getState()) quietly(() => session.setState(now.session, true));
    const isDrag = now.session.draftEdit !== null && last.session.draftEdit !== null;
    last = now;
    // Of a drag one movement a frame is enough; a page that is not seen has no frames.
    if (!isDrag || document.hidden) send();
    else frame ??= requestAnimationFrame(send);
  };
  const greet = () => {
    link.greet();
    tell();
  };
  const leave = () => {
    if (frame !== null) send();
    link.leave();
  };
  const timer = setInterval(greet, GREET_EVERY_MS);
  window.addEventListener("pagehide", leave);
  return {
    stamp: () => link.stamp,
    kept,
    show,
    changed,
    begin: () => {
      show(taken.state);
      if (taken.isMoved) send();
      greet();
    },
    sendPlan: (to: string, state: ClassState) => link.goToPlan(to, state),
    leave: () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      leave();
      transport.stop();
      session.setState(NEW_SESSION, true);
    },
  };
}

/** The first press on begins the class, and lets its timer run. */
function withStart(before: ClassState, now: ClassState): ClassState {
  const isOn = now.step > before.step || (now.step === before.step && now.press > before.press);
  if (!isOn || now.session.startedAtMs !== null) return now;
  const startedAtMs = Date.now();
  const timer = started(now.session.timer, startedAtMs);
  return { ...now, session: { ...now.session, startedAtMs, timer } };
}

/** Another plan's class is what is kept of it, so that whoever opens it takes it up. */
function adoptPlan(app: App, plan: string, state: ClassState, stamp: Stamp): void {
  const kept = { state, stamp, keptAtMs: Date.now() };
  keepClass(plan, "own", kept);
  keepClass(plan, "latest", kept);
  goTo(app, { plan, step: state.step, press: state.press }, "replace");
}

function showState(app: App, { step, press, session }: ClassState): void {
  app.part(sessionStore).setState(session, true);
  const { route } = app.state.getState();
  if (route.step !== step || route.press !== press) goTo(app, { step, press }, "replace");
}

function isSameState(a: ClassState, b: ClassState): boolean {
  return a.step === b.step && a.press === b.press && a.session === b.session;
}

/** Unlike that of every other window, also of the same one loaded before. */
function newWindowId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
