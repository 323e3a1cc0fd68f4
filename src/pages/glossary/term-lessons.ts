import { COURSE_WORDS } from "../../learn/course";
import { LESSON_NAMES, type LessonName } from "../../learn/lesson-names";

/** The lessons that teach a term, or need it, by the id of its entry. */
export const TERM_LESSONS: Readonly<Record<string, readonly LessonName[]>> = {
  entity: ["opening"],
  "entity key": ["one-row"],
  feature: ["opening"],
  "feature group": ["time-split"],
  label: ["opening"],
  "moment of the prediction": ["opening", "look-left"],
  "training row": ["opening", "tempting-join"],
  "training set": ["tempting-join", "your-data"],
  "event time": ["known-then", "time-split"],
  "point-in-time join": ["opening", "one-row"],
  "as of": ["tempting-join", "your-data"],
  "point-in-time correct": ["your-data"],
  chosen: ["look-left"],
  superseded: ["look-left"],
  future: ["tempting-join", "look-left"],
  leak: ["tempting-join", "boundary", "time-split"],
  latest: ["tempting-join"],
  "exact match": ["boundary"],
  TTL: ["too-old", "two-stores"],
  expired: ["too-old"],
  null: ["nothing"],
  tie: ["one-row"],
  duplicate: ["one-row"],
  correction: ["one-row", "known-then"],
  "ordinary join": ["one-row"],
  "created time": ["known-then", "time-split"],
  clock: ["boundary"],
  "known at": ["known-then"],
  "late row": ["known-then"],
  "not yet known": ["known-then"],
  offline: ["time-split"],
  "in production": ["tempting-join", "nothing", "time-split"],
  "offline store": ["two-stores"],
  "online store": ["two-stores"],
  materialize: ["two-stores"],
  "look-up": ["two-stores"],
  "training–serving parity": ["two-stores"],
};

/** `lesson 4, Too old`; the opening has no number. */
export function lessonLink(name: LessonName): string {
  const number = LESSON_NAMES.indexOf(name);
  return number === 0 ? "the opening" : `lesson ${number}, ${COURSE_WORDS[name].title}`;
}
