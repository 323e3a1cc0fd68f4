import type { FeatureGroup, FeatureStore } from "../microfs";
import { MicroFSError, NULL_KEY } from "../microfs/core";
import { bestMends, exactKeys, type KeyMend, mendTrials } from "../why-empty/keys/compare-keys";
import { keyValues } from "../why-empty/keys/key-values";
import type { ChangeGroup } from "./live/changed-groups";
import { yieldToEvents } from "./yield-to-events";

/** A join that there is, or that there could be but for its keys' types. */
export interface KeyRequest {
  readonly spine: string;
  readonly group: string;
  /** Which column of the spine must equal which of the group. */
  readonly on: readonly KeyPair[];
}

export interface KeyPair {
  readonly spineColumn: string;
  readonly column: string;
}

/** How the keys of a join meet. */
export interface KeyCheck {
  readonly request: KeyRequest;
  /** The spine's rows that have a key, and how many different ones; and those whose key the group has. */
  readonly askedRows: number;
  readonly askedKeys: number;
  readonly foundRows: number;
  readonly foundKeys: number;
  /** Of a join that finds little: the columns that meet least, and what would make them meet more, the best first. */
  readonly pair: KeyPair;
  readonly mends: readonly KeyMend[];
  /** Another column of the same type in the place of one of the two, where it finds more; the best. */
  readonly mapping: { readonly pair: KeyPair; readonly foundRows: number } | null;
}

/** A join finds little where fewer of the spine's different keys than this part are in the group. */
const LITTLE = 0.5;

/** Looks at the keys of joins, one after another. Costs O(rows), and of those that find little also O(different keys). */
export async function checkKeys(
  store: FeatureStore,
  change: ChangeGroup,
  requests: readonly KeyRequest[],
  signal: AbortSignal,
): Promise<KeyCheck[]> {
  const checks: KeyCheck[] = [];
  for (const request of requests) {
    await yieldToEvents();
    signal.throwIfAborted();
    const [spine, group] = [request.spine, request.group].map((name) => {
      const found = store.featureGroups.get(name);
      if (found === undefined)
        throw new MicroFSError("feature_group_not_found", `Feature group “${name}” does not exist.`);
      return change(found);
    });
    if (spine !== undefined && group !== undefined)
      checks.push(await checkOne(request, spine, group, signal));
  }
  return checks;
}

async function checkOne(
  request: KeyRequest,
  spine: FeatureGroup,
  group: FeatureGroup,
  signal: AbortSignal,
): Promise<KeyCheck> {
  const now = meetingOf(spine, group, request.on);
  const pair = request.on[0] ?? { spineColumn: "", column: "" };
  const whole = { request, ...now, pair, mends: [], mapping: null };
  if (now.foundKeys >= LITTLE * now.askedKeys) return whole;
  const pairs = request.on.map((one) => {
    const [asked, there] = [keyValues(spine, one.spineColumn), keyValues(group, one.column)];
    const rows = request.on.length === 1 ? now.foundRows : exactKeys(asked, there).rows;
    return { one, asked, there, rows };
  });
  const worst = pairs.sort((a, b) => a.rows - b.rows)[0];
  if (worst === undefined) return whole;
  const { asked, there } = worst;
  const tried: KeyMend[] = [];
  for (const trial of mendTrials(asked, there)) {
    await yieldToEvents();
    signal.throwIfAborted();
    tried.push(trial());
  }
  return {
    ...whole,
    pair: worst.one,
    mends: bestMends(tried, worst.rows),
    mapping: request.on.length === 1 ? bestMapping(spine, group, worst.one, now.foundRows) : null,
  };
}

/** What is found of whole keys; nothing where types differ. */
function meetingOf(spine: FeatureGroup, group: FeatureGroup, on: readonly KeyPair[]) {
  const asked = on.map(({ spineColumn }) => spineColumn);
  const there = on.map(({ column }) => column);
  const keys = spine.index.keys(asked);
  const codes = keys.codes(spine.numRows);
  const isSameType = on.every(
    ({ spineColumn, column }) => spine.column(spineColumn).type === group.column(column).type,
  );
  const matches = isSameType ? group.index.spineCodes(there, spine, asked) : null;
  const starts = matches && group.index.features(there).starts;
  const seen = new Uint8Array(keys.count);
  const counts = { askedRows: 0, askedKeys: 0, foundRows: 0, foundKeys: 0 };
  for (let row = 0; row < spine.numRows; row++) {
    const code = codes[row] ?? NULL_KEY;
    if (code < 0) continue;
    const match = matches?.[row] ?? -1;
    // A text that no row of the group has any more may have a code.
    const isFound = match >= 0 && starts !== null && (starts[match + 1] ?? 0) > (starts[match] ?? 0);
    counts.askedRows++;
    if (isFound) counts.foundRows++;
    if (seen[code] === 1) continue;
    seen[code] = 1;
    counts.askedKeys++;
    if (isFound) counts.foundKeys++;
  }
  return counts;
}

/** So many other columns of a side are tried. */
const MOST_OTHERS = 8;

function bestMapping(
  spine: FeatureGroup,
  group: FeatureGroup,
  { spineColumn, column }: KeyPair,
  foundRows: number,
): KeyCheck["mapping"] {
  const othersOf = (side: FeatureGroup, name: string, type: string) =>
    [...side.columns]
      .filter(([other, values]) => other !== name && values.type === type && KEY_TYPES.includes(type))
      .slice(0, MOST_OTHERS)
      .map(([other]) => other);
  const pairs = [
    ...othersOf(spine, spineColumn, group.column(column).type).map((other) => ({
      spineColumn: other,
      column,
    })),
    ...othersOf(group, column, spine.column(spineColumn).type).map((other) => ({
      spineColumn,
      column: other,
    })),
  ];
  let best: KeyCheck["mapping"] = null;
  for (const pair of pairs) {
    const met = meetingOf(spine, group, [pair]);
    const isMore = met.foundRows > (best?.foundRows ?? foundRows);
    if (isMore && met.foundKeys >= LITTLE * met.askedKeys) best = { pair, foundRows: met.foundRows };
  }
  return best;
}

/** A measurement equals another one by chance. */
const KEY_TYPES = ["int64", "string"];
