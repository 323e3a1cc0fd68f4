/**
 * The look's names with their light values, whatever theme is shown: those of the rules for `:root` that stand under no
 * condition. Of a name that several rules set, the last counts, as in a page.
 */
export function lightTokens(sheets: Iterable<CSSStyleSheet>): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const sheet of sheets) {
    for (const rule of sheet.cssRules) {
      if (!("selectorText" in rule && "style" in rule) || rule.selectorText !== ":root") continue;
      const style = rule.style as CSSStyleDeclaration;
      for (const name of style)
        if (name.startsWith("--")) tokens.set(name, style.getPropertyValue(name).trim());
    }
  }
  return tokens;
}
