/**
 * How wide a text in IBM Plex Sans with tabular figures is, pixels, give or take a few percent: enough to keep
 * labels apart, and the same with and without a browser.
 */
export function textWidth(text: string, sizePx: number, weight: 400 | 600 = 400): number {
  let em = 0;
  for (const letter of text) em += letterEm(letter);
  return em * sizePx * (weight === 600 ? 1.05 : 1);
}

function letterEm(letter: string): number {
  if (/[0-9]/.test(letter)) return 0.6;
  if (/[.,:;'|!il ]/.test(letter)) return 0.27;
  if (/[fjrt\u202f\u00a0]/.test(letter)) return 0.36;
  if (/[mwMW—…]/.test(letter)) return 0.87;
  if (/[A-Z]/.test(letter)) return 0.64;
  if (letter.charCodeAt(0) > 0x2e7f) return 1;
  return 0.56;
}
