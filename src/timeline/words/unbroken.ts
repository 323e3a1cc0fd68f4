/** Words whose moments, such as `4 May 08:00:16`, do not break over lines. */
export function unbroken(words: string): string {
  return words.replace(/\b\d{1,2} [A-Z][a-z]{2}(?: \d{4})?(?: \d{2}:\d{2}[\d:.]*)?/g, (moment) =>
    moment.replaceAll(" ", "\u00a0"),
  );
}
