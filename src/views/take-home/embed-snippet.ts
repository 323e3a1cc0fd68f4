/** What a page's author pastes. Pixels. */
const HEIGHT = 520;

/**
 * The HTML that shows a link's timeline in somebody's own page. It has no `sandbox`: a frame that is kept from its own origin
 * cannot load the app at all.
 *
 * @param app - The address of the app, without what stands after `#`.
 * @param url - What stands after `#`, with `embed` in it.
 */
export function embedSnippet(app: string, url: string, title: string): string {
  const attributes: Readonly<Record<string, string>> = {
    src: `${app}#${url}`,
    title,
    width: "100%",
    height: String(HEIGHT),
    loading: "lazy",
    style: "border: 0",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
