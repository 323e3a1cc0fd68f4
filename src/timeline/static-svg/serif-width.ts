/** How wide letters of Source Serif 4 are, in thousandths of its size, to 20: measured in a browser. */
const LETTERS: Readonly<Record<number, string>> = {
  180: "'\u202f",
  220: "‘’",
  240: " \u00a0",
  300: "!,.:;j|·",
  320: "-il",
  340: "/[\\]",
  360: "()ft{}",
  380: '"IJ',
  400: "`?",
  460: "*rs“”",
  500: "z",
  520: "0123456789#$_c–",
  540: "+<=>S^ae~×−",
  560: "gx",
  580: "Zovy",
  600: "kq",
  620: "FLPbdpuµ",
  640: "EThn",
  660: "BCY",
  690: "RVX",
  720: "&AGK",
  740: "DOQ",
  760: "NU",
  820: "H—…",
  840: "@w",
  950: "%mM",
  1000: "W→←",
};

const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries(LETTERS).flatMap(([width, letters]) =>
    Array.from(letters, (letter): [string, number] => [letter, Number(width) / 1000]),
  ),
);

/** What a letter of another script, or with an accent, is taken for. */
const USUAL = 0.58;
const WIDE = 1;
/** Strong letters are a little wider. */
const STRONG = 1.035;

/** How wide a text in the serif is, pixels: within a percent for Latin, and the same with and without a browser. */
export function serifWidth(text: string, sizePx: number, isStrong: boolean): number {
  let em = 0;
  for (const letter of text) em += WIDTHS.get(letter) ?? (letter.charCodeAt(0) > 0x2e7f ? WIDE : USUAL);
  return em * sizePx * (isStrong ? STRONG : 1);
}
