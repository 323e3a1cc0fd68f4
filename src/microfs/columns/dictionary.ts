/** The distinct texts of a string column, each with a code: texts are compared once, when they arrive. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The text's code; a new text gets the next one. */
  add(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** The text's code, or `undefined` where no row ever had it. */
  codeOf(text: string): number | undefined {
    return this.#codes.get(text);
  }
}
