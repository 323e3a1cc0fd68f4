import type { Random } from "../../scenario/random";
import type { Band } from "./model-results";
import { scoresOf, type Tried } from "./tried";

/** How often clusters are drawn again. */
export const RESAMPLINGS = 200;

/**
 * A model's two scores on some blocks: the mean of what the blocks have, those without one left out.
 *
 * @param weights - Shape [clusters].
 */
export function meanScores(blocks: readonly Tried[], weights: ArrayLike<number>): [number, number] {
  const totals: [number, number] = [0, 0];
  const counts: [number, number] = [0, 0];
  for (const block of blocks) {
    const scores = scoresOf(block, weights);
    for (const i of [0, 1] as const) {
      if (Number.isNaN(scores[i])) continue;
      totals[i] += scores[i];
      counts[i]++;
    }
  }
  return [totals[0] / counts[0], totals[1] / counts[1]];
}

/** A score as it is, then in every resampling. Shape [1 + resamplings]. */
export type Resampled = Float64Array;

/**
 * Scores several models' blocks, as they are and again and again with the clusters drawn anew, as many as there are: a cluster's
 * rows come together, as often as it was drawn. What a model was trained on stays as it is: its own chance is not in the band. All models meet the same draws, so that their differences can be taken draw
 * by draw. O(resamplings × rows). Pauses after each resampling.
 *
 * @returns Per model, its two scores.
 */
export function* resample(
  models: readonly (readonly Tried[])[],
  clusters: number,
  random: Random,
): Generator<void, [Resampled, Resampled][]> {
  const scores = models.map((): [Resampled, Resampled] => [
    new Float64Array(RESAMPLINGS + 1),
    new Float64Array(RESAMPLINGS + 1),
  ]);
  const weights = new Uint32Array(clusters).fill(1);
  for (let draw = 0; draw <= RESAMPLINGS; draw++) {
    if (draw > 0) {
      weights.fill(0);
      for (let i = 0; i < clusters; i++) {
        const cluster = random.integer(0, clusters);
        weights[cluster] = (weights[cluster] ?? 0) + 1;
      }
    }
    for (const [i, blocks] of models.entries()) {
      const [first, second] = meanScores(blocks, weights);
      const [firsts, seconds] = scores[i] ?? [];
      if (firsts !== undefined) firsts[draw] = first;
      if (seconds !== undefined) seconds[draw] = second;
    }
    yield;
  }
  return scores;
}

/** Draw by draw, one score less another. */
export function difference(a: Resampled, b: Resampled): Resampled {
  return a.map((score, draw) => score - (b[draw] ?? Number.NaN));
}

/** A score with the middle 95 % of its resamplings, between neighbours in proportion. Draws that have no score are left out. */
export function bandOf([value = Number.NaN, ...draws]: Iterable<number> & Resampled): Band {
  const sorted = Float64Array.from(draws.filter((draw) => !Number.isNaN(draw))).sort();
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
