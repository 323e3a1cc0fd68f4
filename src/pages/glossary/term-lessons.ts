import { COURSE_WORDS } from "../../learn/course";
import { LESSON_NAMES, type LessonName } from "../../learn/lesson-names";

/** The lessons that teach a term, or need it, by the id of its entry. */
export const TERM_LESSONS: Readonly<Record<string, readonly LessonName[]>> = {
  entity: ["opening"],
  "entity key": ["opening"],
  feature: ["opening"],
  label: ["opening"],
  "moment of the prediction": ["opening", "look-left"],
  spine: ["opening"],
  "training row": ["opening", "tempting-join"],
  "training set": ["tempting-join"],
  "event time": ["look-left", "known-then"],
  "point-in-time join": ["opening", "look-left"],
  "as of": ["tempting-join", "look-left", "your-data"],
  "point-in-time correct": ["tempting-join", "your-data"],
  chosen: ["look-left"],
  superseded: ["look-left"],
  future: ["look-left"],
  leak: ["tempting-join", "time-split"],
  latest: ["tempting-join"],
  nearest: ["look-left"],
  "exact match": ["boundary"],
  "< instead of ≤ join": ["boundary"],
  TTL: ["too-old", "two-stores"],
  expired: ["too-old"],
  null: ["nothing"],
  reason: ["nothing"],
  "expired cell": ["nothing"],
  "no such entity": ["nothing"],
  tie: ["one-row"],
  duplicate: ["one-row"],
  correction: ["one-row", "known-then"],
  "ordinary join": ["one-row"],
  "created time": ["known-then"],
  delay: ["known-then"],
  clock: ["known-then"],
  "known at": ["known-then"],
  "late row": ["known-then", "two-stores"],
  "not yet known": ["known-then"],
  offline: ["time-split"],
  "in production": ["time-split"],
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
