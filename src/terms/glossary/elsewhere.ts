import type { Direction } from "../../microfs/core";
import type { Finding } from "../reasons";
import type { VariantName } from "../variants";
import type { Elsewhere } from "./entry";

const DROPPED: Elsewhere = { feast: "its file store drops such a row from the training set" };

export const REASONS_ELSEWHERE: Partial<Readonly<Record<Finding, Elsewhere>>> = {
  expired: DROPPED,
  future_only: DROPPED,
  null_key: {
    feast: "matches nothing, in its SQL stores",
    databricks: "matches nothing",
    hopsworks: "matches nothing",
    pandas: "null keys match each other",
  },
};

export const DIRECTIONS_ELSEWHERE: Partial<Readonly<Record<Direction, Elsewhere>>> = {
  backward: {
    feast: "the only direction",
    databricks: "the only direction",
    hopsworks: "the only direction",
    pandas: '`direction="backward"`',
  },
  nearest: { pandas: '`direction="nearest"`; of two as near, the earlier' },
  forward: { pandas: '`direction="forward"`' },
};

export const VARIANTS_ELSEWHERE: Partial<Readonly<Record<VariantName, Elsewhere>>> = {
  no_ttl: { feast: "a `ttl` of 0", pandas: "no `tolerance`" },
  strict: { pandas: "`allow_exact_matches=False`" },
  nearest: { pandas: '`direction="nearest"`' },
  forward: { pandas: '`direction="forward"`' },
  ordinary: { pandas: "`merge`" },
};
