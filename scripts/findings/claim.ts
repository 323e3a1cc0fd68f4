import type { Consequence, VariantModel } from "../../src/compare/model/model-results";
import type { VariantName } from "../../src/terms/variants";

/** A sentence of the page, and what must be so for it to stand there. */
export interface Claim<Of> {
  readonly says: string;
  readonly holds: (of: Of) => boolean;
}

/** The sentences as one text. @throws Error where one is no longer so: it has to be written anew. */
export function textOf<Of>(claims: readonly Claim<Of>[], of: Of): string {
  const wrong = claims.find(({ holds }) => !holds(of));
  if (wrong !== undefined) throw new Error(`this is no longer so, and has to be written anew: ${wrong.says}`);
  return claims.map(({ says }) => says).join(" ");
}

/** One variant's results, by words. */
export class Findings {
  readonly offline: number;
  readonly production: number;
  readonly #over: NonNullable<VariantModel["overReference"]>;

  constructor({ variants, metrics: [metric = "auc"] }: Consequence, name: VariantName) {
    const variant = variants.find((one) => one.name === name);
    if (variant === undefined) throw new RangeError(`there must be a variant ${name}`);
    this.offline = variant.offline[metric]?.value ?? Number.NaN;
    this.production = variant.production[metric]?.value ?? Number.NaN;
    const none = { value: 0, low: 0, high: 0 };
    this.#over = variant.overReference ?? { offline: none, production: none };
  }

  /** Beyond the band: it promises more than the view's own join does. */
  get flatters(): boolean {
    return this.#over.offline.low > 0;
  }

  get looksWorse(): boolean {
    return this.#over.offline.high < 0;
  }

  /** Beyond the band: in production it is worse than the view's own join. */
  get costs(): boolean {
    return this.#over.production.high < 0;
  }

  get helps(): boolean {
    return this.#over.production.low > 0;
  }
}

/** A variant's results in one training set. */
export function of(result: Consequence, name: VariantName): Findings {
  return new Findings(result, name);
}

export function isAbout(number: number, expected: number): boolean {
  return Math.abs(number - expected) <= 0.005 + 1e-9;
}
