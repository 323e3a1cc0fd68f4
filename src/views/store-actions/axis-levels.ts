/** What stands over a row of the history. */
export interface AxisLabel {
  readonly key: string;
  /** Where it stands, in percent of the lane. */
  readonly percent: number;
  readonly letter: string | null;
  readonly time: string;
  readonly value: string;
}

/** Two labels of one level are so far apart at the least, in percent of a lane that is as narrow as it gets. */
const APART = 16;

/** Which level each label stands on, 0 the lowest: the first on which it stands clear of those before it in time. */
export function axisLevels(labels: readonly Pick<AxisLabel, "percent">[]): readonly number[] {
  const order = labels.map((_, i) => i).sort((a, b) => (labels[a]?.percent ?? 0) - (labels[b]?.percent ?? 0));
  const ends: number[] = [];
  const levels = labels.map(() => 0);
  for (const i of order) {
    const { percent } = labels[i] ?? { percent: 0 };
    const free = ends.findIndex((end) => percent - end >= APART);
    const level = free === -1 ? ends.length : free;
    ends[level] = percent;
    levels[i] = level;
  }
  return levels;
}
