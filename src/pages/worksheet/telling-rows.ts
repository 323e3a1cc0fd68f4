import { type EntitySlice, explainSlice } from "../../microfs/core";
import { positionOf } from "../../timeline/step/coordinate";

/** More rows of one entity are not compared, nor more candidates of them: those from the one that is looked at on are. */
const MOST_COMPARED = { rows: 200, candidates: 20_000 } as const;

/** How much it tells of a row that something is so in it, and in no row before. */
const TELLS = { answer: 3, reason: 4, tie: 4, verdict: 2 } as const;

/**
 * Rows of an entity to be asked for, that differ: in what is taken, in why nothing is, in a tie, in what rows are left for.
 * The one that is looked at comes first, then whichever has most that the ones before have not; of equals the next in time,
 * and after the last one the first. The same for the same slice. Costs O(rows compared × candidates), within {@link MOST_COMPARED}.
 */
export function tellingRows(slice: EntitySlice, lookedAt: number, most: number): readonly number[] {
  const rows = Array.from(slice.spine.rows);
  const from = Math.max(0, rows.indexOf(lookedAt));
  const candidates = slice.joins.reduce((sum, join) => sum + join.rows.length, 1);
  const compared = Math.min(MOST_COMPARED.rows, Math.floor(MOST_COMPARED.candidates / candidates));
  const inOrder = [...rows.slice(from), ...rows.slice(0, from)].slice(0, Math.max(most, compared));
  const waiting = inOrder.map((row) => ({ row, facts: factsOf(slice, row) }));
  const seen = new Set<string>();
  const taken: number[] = [];
  while (taken.length < most && waiting.length > 0) {
    const news = waiting.map(({ facts }) =>
      [...facts].reduce((sum, [fact, tells]) => sum + (seen.has(fact) ? 0 : tells), 0),
    );
    const at = taken.length === 0 ? 0 : news.indexOf(Math.max(...news));
    for (const { row, facts } of waiting.splice(at, 1)) {
      taken.push(row);
      for (const fact of facts.keys()) seen.add(fact);
    }
  }
  return taken;
}

/** What is so in a row, by how much it tells. */
function factsOf(slice: EntitySlice, spineRow: number): ReadonlyMap<string, number> {
  const facts = new Map<string, number>();
  for (const [i, join] of slice.joins.entries()) {
    const { candidates, reason } = explainSlice(slice, join, positionOf(slice, spineRow));
    const chosen = candidates.find(({ verdict }) => verdict === "chosen");
    const isTie = candidates.some(
      ({ verdict, eventTime }) => verdict === "superseded" && eventTime === chosen?.eventTime,
    );
    facts.set(`${i} takes ${chosen?.row ?? "nothing"}`, TELLS.answer);
    facts.set(`${i} for ${reason}`, TELLS.reason);
    if (isTie) facts.set(`${i} in a tie`, TELLS.tie);
    for (const { verdict } of candidates) facts.set(`${i} has ${verdict}`, TELLS.verdict);
  }
  return facts;
}
