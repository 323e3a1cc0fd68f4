/** Joins the class names that apply; the rest (false, undefined, "") leave no trace. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
