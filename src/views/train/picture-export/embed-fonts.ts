/** A face that a text is set in. */
export interface UsedFace {
  readonly family: string;
  readonly weight: number;
}

/** A face that the page has, and where its file is. */
interface PageFace {
  family: string;
  /** The weights that it has, both ends included. */
  weights: readonly [number, number];
  url: string;
}

/**
 * The faces that texts are set in, as `@font-face` rules that hold the font files themselves, so that a drawing looks the
 * same wherever it is opened. A face whose file cannot be had is left out: the texts' own stacks name what comes next.
 */
export async function embeddedFaces(
  used: readonly UsedFace[],
  sheets: Iterable<CSSStyleSheet>,
  load: (url: string) => Promise<string | null> = dataUrl,
): Promise<string> {
  const faces = pageFaces(sheets).filter(({ family, weights: [from, to] }) =>
    used.some((face) => face.family === family && face.weight >= from && face.weight <= to),
  );
  const rules = faces.map(async ({ family, weights: [from, to], url }) => {
    const data = await load(url);
    if (data === null) return "";
    const weight = from === to ? from : `${from} ${to}`;
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2")}`;
  });
  return (await Promise.all(rules)).join("");
}

function pageFaces(sheets: Iterable<CSSStyleSheet>): PageFace[] {
  return [...sheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return [...sheet.cssRules].flatMap((rule): PageFace[] => {
      if (!rule.cssText.startsWith("@font-face")) return [];
      const style = (rule as CSSFontFaceRule).style;
      const url = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue("src"))?.[1];
      if (url === undefined) return [];
      const [from = 400, to = from] = style.getPropertyValue("font-weight").split(" ").map(Number);
      const family = style.getPropertyValue("font-family").replace(/^["']|["']$/g, "");
      return [{ family, weights: [from, to], url: new URL(url, base).href }];
    });
  });
}

async function dataUrl(url: string): Promise<string | null> {
  // The app as one file has its faces inside, and may ask for nothing.
  if (url.startsWith("data:")) return url;
  const response = await fetch(url).catch(() => null);
  if (response === null || !response.ok) return null;
  const blob = await response.blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(blob);
  });
}
