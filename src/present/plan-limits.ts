/** What a plan may hold: far more than any class takes, and no more than a page can show and keep. */
export const MOST_STEPS = 200;
/** Letters of each text of a plan or of its steps. */
export const MOST_LETTERS = { title: 300, text: 2_000, story: 2_000, link: 100_000, notes: 20_000 } as const;
/** Of a plan's JSON, as a file or within the app's own file. */
export const MOST_PLAN_BYTES = 10_000_000;

type LimitedText = keyof typeof MOST_LETTERS;

/** What it is called where it stands before a reader. */
const NAMES: Readonly<Record<LimitedText, string>> = {
  title: "The title",
  text: "The sentence",
  story: "The story",
  link: "The link",
  notes: "The notes",
};

/**
 * Says, of a JSON value of unknown origin, where it is larger than a plan may be: it need not be looked into any further.
 * Costs O(steps), {@link MOST_STEPS} at most.
 *
 * @returns A sentence; `null` where it is within the limits.
 */
export function planExcess(value: unknown): string | null {
  if (!isObject(value)) return null;
  const steps: unknown = Reflect.get(value, "steps");
  if (Array.isArray(steps) && steps.length > MOST_STEPS)
    return `A plan has ${MOST_STEPS} steps at most, and this one has ${inThousands(steps.length)}. Make two plans of it.`;
  const parts: readonly unknown[] = [value, ...(Array.isArray(steps) ? steps : [])];
  for (const [at, part] of parts.entries()) {
    const excess = isObject(part) ? textExcess(part, at === 0 ? "the plan" : `step ${at}`) : null;
    if (excess !== null) return excess;
  }
  return null;
}

function textExcess(part: object, of: string): string | null {
  for (const name of ["title", "text", "story", "link", "notes"] as const) {
    const text: unknown = Object.hasOwn(part, name) ? Reflect.get(part, name) : undefined;
    const most = MOST_LETTERS[name];
    if (typeof text === "string" && text.length > most)
      return `${NAMES[name]} of ${of} can have ${inThousands(most)} letters at most, and there are ${inThousands(text.length)}. Make it shorter.`;
  }
  return null;
}

/** Says that a text is more than a plan can be; `null` where it is not. */
export function planTextExcess(bytes: number): string | null {
  if (bytes <= MOST_PLAN_BYTES) return null;
  const megabytes = (size: number) => `${Math.ceil(size / 100_000) / 10} MB`;
  return `A plan has ${megabytes(MOST_PLAN_BYTES)} at most, and this one has ${megabytes(bytes)}. Make two plans of it.`;
}

function inThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
