import { useMemo } from "react";
import type { CellValue } from "../../../microfs";
import { type EntityColumn, readEntityValues } from "../../../state/serving/entity-columns";
import { readEntity } from "../../../state/serving/entity-text";
import { useApp } from "../../../state/use-app";

/** The entity that the address asks for, by value; `null` where it asks for none, or for one that cannot be read. */
export function useAskedEntity(columns: readonly EntityColumn[]): Readonly<Record<string, CellValue>> | null {
  const text = useApp((state) => state.route.entity);
  return useMemo(() => {
    if (text === null) return null;
    const read = readEntityValues(columns, readEntity(text) ?? {});
    return read.ok ? read.values : null;
  }, [columns, text]);
}
