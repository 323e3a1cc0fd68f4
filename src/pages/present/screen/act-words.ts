import type { Act } from "../../../present/frames";

/** What an act of a step is called; "" where the sentence says all. */
export function actName(act: Act, votes: 0 | 1 | 2): string {
  switch (act.kind) {
    case "story":
      return "story";
    case "question":
      return "question";
    case "vote":
      return voteName(act.round, votes);
    case "counted":
      return "votes";
    case "talk":
      return "talk";
    case "both_votes":
      return "both votes";
    case "reveal":
      return "answer";
    case "sentence":
    case "words":
      return "";
  }
}

/** Which of a step's votes one is. */
export function voteName(round: 1 | 2, votes: 0 | 1 | 2): string {
  if (votes < 2) return "vote";
  return round === 1 ? "first vote" : "second vote";
}
