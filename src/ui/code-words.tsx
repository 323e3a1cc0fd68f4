/** A sentence in which what stands between backticks is a name of code. */
export function CodeWords({ children }: { readonly children: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a sentence does not change
  return children.split("`").map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>));
}
