import type { Calibration } from "../../../learn/calibration";
import { say, WORDS } from "../../../learn/words";

/** How sure one was and how often right, as a sentence: "You were certain 4 times, and right 3 times." */
export function calibrationWords({ confidence, answers, right }: Calibration): string {
  const { calibration } = WORDS;
  return say(calibration[confidence], { times: timesInWords(answers), right: rightInWords(answers, right) });
}

function rightInWords(answers: number, right: number): string {
  const { calibration } = WORDS;
  if (answers === 1) return right === 1 ? calibration.rightOnlyTime : calibration.wrongOnlyTime;
  if (right === answers) return calibration.always;
  return right === 0 ? calibration.never : say(calibration.right, { times: timesInWords(right) });
}

function timesInWords(count: number): string {
  const { once, twice, times } = WORDS.calibration;
  return count === 1 ? once : count === 2 ? twice : say(times, { count });
}
