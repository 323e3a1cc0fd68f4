import { escaped } from "../../../timeline/static-svg/svg-element";
import { TOKEN_COLOURS } from "../../../ui/token-colours";
import type { DrawnSlide } from "./slides";

/** Keys and presses lead from slide to slide; `d` changes light and dark. */
const SCRIPT = `
const slides = [...document.querySelectorAll("section")];
const count = document.querySelector("output");
let at = 0;
function show(to) {
  at = Math.max(0, Math.min(slides.length - 1, to));
  slides.forEach((slide, i) => { slide.hidden = i !== at; });
  count.textContent = (at + 1) + " of " + slides.length;
  history.replaceState(null, "", "#" + (at + 1));
}
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (by !== undefined) { event.preventDefault(); show(at + by); }
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(slides.length - 1);
  else if (event.key === "d") {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  }
});
addEventListener("click", (event) => show(at + (event.clientX < innerWidth / 3 ? -1 : 1)));
show((Number(location.hash.slice(1)) || 1) - 1);
`;

/**
 * All slides as one HTML file that needs nothing else. Its first slide is seen without its script, and without a script all of
 * them stand one under another.
 *
 * @param slides - Drawn without faces of their own.
 * @param faces - `@font-face` rules, once for all.
 */
export function slidesHtml(slides: readonly DrawnSlide[], title: string, faces: string): string {
  const light = slides.filter(({ theme }) => theme === "light");
  const dark = slides.filter(({ theme }) => theme === "dark");
  const sections = light.map((slide, i) => {
    const other = dark[i];
    const drawn = `<div class="light">${slide.svg}</div>${other ? `<div class="dark">${other.svg}</div>` : ""}`;
    return `<section id="slide-${i + 1}"${i === 0 ? "" : " hidden"} aria-label="${escaped(slide.title)}">${drawn}</section>`;
  });
  const look = (theme: "light" | "dark") => {
    const { "--paper": paper, "--ink-muted": ink } = TOKEN_COLOURS[theme];
    return `background:${paper};color:${ink};color-scheme:${theme}`;
  };
  const other = { light: "dark", dark: "light" } as const;
  const themed = (theme: "light" | "dark", root: string) =>
    `${root}{${look(theme)}}${root} .${other[theme]}{display:none}`;
  const style = [
    faces,
    "html,body{height:100%;margin:0}",
    "body{display:flex;flex-direction:column}",
    "section{flex:1;min-height:0;display:flex}section[hidden]{display:none}section div{flex:1;min-width:0}",
    "svg{display:block;width:100%;height:100%}",
    "output{position:fixed;right:1rem;bottom:.5rem;font:14px 'IBM Plex Sans',system-ui,sans-serif}",
    themed("light", ":root"),
    `@media (prefers-color-scheme:dark){${themed("dark", ":root:not([data-theme=light])")}:root:not([data-theme=light]) .dark{display:block}}`,
    `${themed("dark", ":root[data-theme=dark]")}:root[data-theme=dark] .dark{display:block}`,
  ].join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
<noscript><style>section[hidden]{display:flex}body{height:auto}section{min-height:90vh}</style></noscript>
</head>
<body>
${sections.join("\n")}
<output></output>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
