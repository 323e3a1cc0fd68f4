import calendar from "../lessons/en/words/calendar.json";
import calibration from "../lessons/en/words/calibration.json";
import check from "../lessons/en/words/check.json";
import fill from "../lessons/en/words/fill.json";
import handIn from "../lessons/en/words/hand-in.json";
import lesson from "../lessons/en/words/lesson.json";
import list from "../lessons/en/words/list.json";
import order from "../lessons/en/words/order.json";
import own from "../lessons/en/words/own.json";
import practice from "../lessons/en/words/practice.json";
import predict from "../lessons/en/words/predict.json";
import progress from "../lessons/en/words/progress.json";
import review from "../lessons/en/words/review.json";
import score from "../lessons/en/words/score.json";
import tasks from "../lessons/en/words/tasks.json";
import timeline from "../lessons/en/words/timeline.json";
import twin from "../lessons/en/words/twin.json";

/** What the pages around the lessons say, in the reader's language: a file a part of the page. */
export const WORDS = {
  calendar,
  calibration,
  check,
  fill,
  handIn,
  lesson,
  list,
  order,
  own,
  practice,
  predict,
  progress,
  review,
  score,
  tasks,
  timeline,
  twin,
};

/** Puts values in the places of their names: `say("Go on: {lesson}", { lesson })`. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
