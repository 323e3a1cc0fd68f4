/** What can stand open beside or under the picture, by its name in an address. */
export const PANELS = ["source", "found"] as const;
export type Panel = (typeof PANELS)[number];

/** What a link can take away from Train, by its name in an address: a class then looks at what is left. */
export const HIDEABLE = [
  "stages",
  "sentence",
  "phases",
  "minimap",
  "edits",
  "player",
  "tools",
  "table",
  "candidates",
  "source",
] as const;
export type Hideable = (typeof HIDEABLE)[number];
