/** Names as one text of a URL: `amount,topic`. A comma or a percent sign within a name is escaped. */
export function formatNames(names: readonly string[]): string {
  return names.map((name) => name.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

/** The names that {@link formatNames} has written. */
export function readNames(text: string): string[] {
  return text.split(",").map((name) => name.replaceAll("%2C", ",").replaceAll("%25", "%"));
}
