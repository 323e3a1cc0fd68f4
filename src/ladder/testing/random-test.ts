import { type Random, seededRandom } from "../../scenario/random";
import { DAY_US, TTL_DAYS } from "../rule";
import { joinTest } from "../tests/drawn-test";
import type { JoinTest } from "../tests/join-test";

const USERS = 3;
const MICROSECOND = 1 / Number(DAY_US);

/**
 * A test of several users in which times meet: predictions, payments and created times at the same quarters of days, a
 * microsecond beside them, and just as old as the TTL; created later, at once, and before.
 */
export function randomTest(seed: number): JoinTest {
  const random = seededRandom(seed);
  const day = () => random.integer(8, 28) / 4 + random.pick([0, 0, 0, MICROSECOND, -MICROSECOND]);
  const asked = Array.from({ length: 18 }, (_, i) => ({ user: 1 + (i % USERS), day: day() }));
  const events = Array.from({ length: 30 }, (_, row) => {
    const known = day() - random.pick([0, 0, TTL_DAYS]);
    return {
      user: 1 + random.integer(0, USERS),
      letter: `payment ${row}`,
      day: known + random.pick([0, 0, -0.25, -1, -5, 2]),
      knownDay: known,
    };
  });
  return joinTest({ name: `random_${seed}`, title: "", about: "", asked, events: twice(events, random) });
}

/** Some rows come again: of the same user, at the same times. */
function twice<Row>(rows: readonly Row[], random: Random): Row[] {
  return rows.flatMap((row) => (random.chance(0.2) ? [row, row] : [row]));
}
