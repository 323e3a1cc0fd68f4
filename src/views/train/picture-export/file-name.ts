/** What a picture is of. */
export interface PictureOf {
  view: string;
  /** The row's number in the training table, from 1. */
  rowNumber: number;
  phase: string;
}

/** The name of a picture's file without its ending: `spend_at_activity-row-3-keep-latest`. Only what every system allows in a name. */
export function pictureName({ view, rowNumber, phase }: PictureOf): string {
  const name = view.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "") || "view";
  return `${name}-row-${rowNumber}-${phase.replaceAll("_", "-")}`;
}
