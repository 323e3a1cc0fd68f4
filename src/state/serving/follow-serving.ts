import { readTimeText, wallClock } from "../../microfs/time";
import { type Answer, shownValue, toError } from "../answer";
import { type AppState, useAppStore } from "../app-store";
import { viewInSight } from "../follow-answers";
import { store } from "../store-connection";
import { entityColumns, readEntityValues } from "./entity-columns";
import { readEntity } from "./entity-text";
import { type LookUpInputs, useServing } from "./serving";

/** While Serve is looked at: keeps counts, look-up and whether the view can be served in step with what is wanted. */
export function followServing(): () => void {
  follow(useAppStore.getState());
  return useAppStore.subscribe(follow);
}

function follow(state: AppState): void {
  if (state.connection.status !== "ready" || state.overview === null || state.place.stage !== "serve") return;
  const { totals, problem, lookUp } = useServing.getState();
  if (totals.status === "none" || totals.forInputs.onlineRevision !== state.onlineRevision) {
    void askTotals(state);
  }
  const view = viewInSight(state);
  if (view === null) return;
  const asked = { view: view.definition.name, revision: state.revision };
  if (problem.status === "none" || !isSame(problem.forInputs, asked)) void askProblem(asked);
  const wanted = wantedLookUp(state);
  if (wanted !== null && (lookUp.status === "none" || !isSame(lookUp.forInputs, wanted)))
    void askLookUp(wanted);
}

/** Looks the same entity up again: at the wall clock the answer may be another by now. */
export function lookUpAgain(): void {
  const wanted = wantedLookUp(useAppStore.getState());
  if (wanted !== null) void askLookUp(wanted);
}

/** The look-up that the address asks for; `null` where it asks for none, or for one that cannot be read. */
export function wantedLookUp(state: AppState): LookUpInputs | null {
  const { place, overview, onlineRevision } = state;
  const view = viewInSight(state);
  if (view === null || place.entity === null) return null;
  const read = readEntityValues(entityColumns(view, overview?.groups ?? []), readEntity(place.entity) ?? {});
  if (!read.ok) return null;
  return { view: view.definition.name, entity: place.entity, now: place.now, onlineRevision };
}

async function askTotals({ overview, onlineRevision }: AppState): Promise<void> {
  const forInputs = { onlineRevision };
  const last = shownValue(useServing.getState().totals);
  useServing.setState({ totals: { status: "waiting", forInputs, last } });
  const isCurrent = () => isStillOf(useServing.getState().totals, forInputs);
  try {
    const names = (overview?.groups ?? []).map(({ definition }) => definition.name);
    const counts = await Promise.all(names.map((name) => store().onlinePage(name, 0, 0)));
    const value = new Map(names.map((name, i) => [name, counts[i]?.total ?? 0]));
    if (isCurrent()) useServing.setState({ totals: { status: "ready", forInputs, value } });
  } catch (error) {
    if (isCurrent()) useServing.setState({ totals: { status: "failed", forInputs, error: toError(error) } });
  }
}

async function askProblem(forInputs: { view: string; revision: number }): Promise<void> {
  useServing.setState({ problem: { status: "waiting", forInputs, last: null } });
  const isCurrent = () => isStillOf(useServing.getState().problem, forInputs);
  try {
    const value = await store().servingProblem(forInputs.view);
    if (isCurrent()) useServing.setState({ problem: { status: "ready", forInputs, value } });
  } catch (error) {
    if (isCurrent()) useServing.setState({ problem: { status: "failed", forInputs, error: toError(error) } });
  }
}

async function askLookUp(forInputs: LookUpInputs): Promise<void> {
  const { lookUp } = useServing.getState();
  // Another entity's values must not stand under this one's name, not for a moment.
  const isSameEntity =
    lookUp.status !== "none" &&
    lookUp.forInputs.view === forInputs.view &&
    lookUp.forInputs.entity === forInputs.entity;
  useServing.setState({
    lookUp: { status: "waiting", forInputs, last: isSameEntity ? shownValue(lookUp) : null },
  });
  const isCurrent = () => isStillOf(useServing.getState().lookUp, forInputs);
  try {
    const state = useAppStore.getState();
    const view = viewInSight(state);
    const columns = view === null ? [] : entityColumns(view, state.overview?.groups ?? []);
    const read = readEntityValues(columns, readEntity(forInputs.entity) ?? {});
    const values = read.ok ? read.values : {};
    const nowUs = forInputs.now === null ? wallClock() : writtenTime(forInputs.now);
    const found = await store().lookUp(forInputs.view, values, nowUs);
    if (isCurrent())
      useServing.setState({ lookUp: { status: "ready", forInputs, value: { ...found, nowUs } } });
  } catch (error) {
    if (isCurrent()) useServing.setState({ lookUp: { status: "failed", forInputs, error: toError(error) } });
  }
}

function writtenTime(text: string): bigint {
  const read = readTimeText(text);
  if (read.ok) return read.value;
  throw new RangeError(`now: ${JSON.stringify(text)} ${read.reason}.`);
}

type Inputs = Readonly<Record<string, unknown>>;

function isSame(a: object, b: object): boolean {
  const [left, right]: Inputs[] = [{ ...a }, { ...b }];
  return Object.keys({ ...a, ...b }).every((name) => left?.[name] === right?.[name]);
}

function isStillOf(answer: Answer<object, unknown>, forInputs: object): boolean {
  return answer.status !== "none" && answer.forInputs === forInputs;
}
