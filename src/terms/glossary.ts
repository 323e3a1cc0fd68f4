import type { Direction } from "../microfs/core";
import { COMPARISON_TERMS } from "./comparison";
import { DIRECTION_TERMS } from "./directions";
import type { Elsewhere, GlossaryEntry } from "./glossary/entry";
import { reasonTermId, variantTermId } from "./glossary/ids";
import { JOIN_TERMS, PREDICTION_TERMS } from "./glossary/join-terms";
import type { TermPicture } from "./glossary/picture";
import {
  COMPARISON_PICTURES,
  DIRECTION_PICTURES,
  ELEMENT_PICTURES,
  REASON_PICTURES,
  VARIANT_PICTURES,
  VERDICT_PICTURES,
} from "./glossary/pictures";
import { SERVING_TERMS } from "./glossary/serving-terms";
import { STORE_TERMS } from "./glossary/store-terms";
import { MODEL_TERMS } from "./model";
import { PICTURE_ELEMENT_TERMS } from "./picture-elements";
import { type Finding, REASON_TERMS } from "./reasons";
import { VARIANT_TERMS, type VariantName } from "./variants";
import { VERDICT_TERMS } from "./verdicts";

const DROPPED: Elsewhere = { feast: "its file store drops such a row from the training set" };

const REASONS_ELSEWHERE: Partial<Readonly<Record<Finding, Elsewhere>>> = {
  expired: DROPPED,
  future_only: DROPPED,
  null_key: {
    feast: "matches nothing, in its SQL stores",
    databricks: "matches nothing",
    hopsworks: "matches nothing",
    pandas: "null keys match each other",
  },
};

const DIRECTIONS_ELSEWHERE: Partial<Readonly<Record<Direction, Elsewhere>>> = {
  backward: {
    feast: "the only direction",
    databricks: "the only direction",
    hopsworks: "the only direction",
    pandas: '`direction="backward"`',
  },
  nearest: { pandas: '`direction="nearest"`; of two as near, the earlier' },
  forward: { pandas: '`direction="forward"`' },
};

const VARIANTS_ELSEWHERE: Partial<Readonly<Record<VariantName, Elsewhere>>> = {
  no_ttl: { feast: "a `ttl` of 0", pandas: "no `tolerance`" },
  strict: { pandas: "`allow_exact_matches=False`" },
  nearest: { pandas: '`direction="nearest"`' },
  forward: { pandas: '`direction="forward"`' },
  ordinary: { pandas: "`merge`" },
};

export interface GlossaryGroup {
  readonly title: string;
  readonly entries: readonly GlossaryEntry[];
}

/** All terms, by groups as they are learnt. */
export const GLOSSARY: readonly GlossaryGroup[] = [
  { title: "Feature stores", entries: STORE_TERMS },
  { title: "What is predicted", entries: PREDICTION_TERMS },
  { title: "The join", entries: JOIN_TERMS },
  { title: "Verdicts of a candidate row", entries: entriesOf(VERDICT_TERMS, { pictures: VERDICT_PICTURES }) },
  {
    title: "Reasons of a cell",
    entries: entriesOf(REASON_TERMS, {
      pictures: REASON_PICTURES,
      elsewhere: REASONS_ELSEWHERE,
      idOf: reasonTermId,
    }),
  },
  {
    title: "Directions of a join",
    entries: entriesOf(DIRECTION_TERMS, {
      pictures: DIRECTION_PICTURES,
      elsewhere: DIRECTIONS_ELSEWHERE,
    }),
  },
  { title: "Serving", entries: SERVING_TERMS },
  {
    title: "Joins that are compared",
    entries: entriesOf(VARIANT_TERMS, {
      pictures: VARIANT_PICTURES,
      elsewhere: VARIANTS_ELSEWHERE,
      idOf: variantTermId,
    }),
  },
  {
    title: "What a comparison counts",
    entries: entriesOf(COMPARISON_TERMS, { pictures: COMPARISON_PICTURES }),
  },
  { title: "The models of a comparison", entries: entriesOf(MODEL_TERMS, { pictures: {} }) },
  {
    title: "Parts of the picture",
    entries: entriesOf(PICTURE_ELEMENT_TERMS, { pictures: ELEMENT_PICTURES }),
  },
];

const BY_NAME: ReadonlyMap<string, GlossaryEntry> = new Map(
  GLOSSARY.flatMap(({ entries }) => entries)
    .toReversed()
    .flatMap((entry) => [...(entry.also ?? []), entry.id].map((name) => [name, entry])),
);

/** The entry of that id, or the one for which it is another word; `undefined` where there is none. */
export function glossaryEntry(name: string): GlossaryEntry | undefined {
  return BY_NAME.get(name);
}

interface Table<Name extends string> {
  readonly pictures: Partial<Readonly<Record<Name, TermPicture | null>>>;
  readonly elsewhere?: Partial<Readonly<Record<Name, Elsewhere>>>;
  /** Names an entry in links; by default its word does. */
  readonly idOf?: (name: Name) => string;
}

/** The entries of a table of terms, in its order. */
function entriesOf<Name extends string>(
  terms: Readonly<Record<Name, { readonly word: string; readonly glossary: string }>>,
  { pictures, elsewhere = {}, idOf }: Table<Name>,
): GlossaryEntry[] {
  return (Object.keys(terms) as Name[]).map((name) => {
    const { word, glossary } = terms[name];
    const calledThere = elsewhere[name];
    return {
      id: idOf?.(name) ?? word,
      term: word,
      text: glossary,
      picture: pictures[name] ?? null,
      ...(calledThere && { elsewhere: calledThere }),
    };
  });
}
