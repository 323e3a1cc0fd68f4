import { Fragment, type ReactNode } from "react";
import { addJoin, proposeJoin, typeOf } from "../../state/edit-view";
import { useApp, useAppHandle, usePart } from "../../state/use-app";
import { convertKey, joinsOn, type KeyType } from "../../state/view/convert-key";
import { checkOf, keyChecks, otherRequest } from "../../state/view/key-checks";
import { Button } from "../../ui/controls/button";
import { formatNumber } from "../../ui/format-number";
import type { KeyMend } from "../../why-empty/keys/compare-keys";
import type { KeyCheck } from "../../worker/check-keys";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import { typeWords } from "./key-words";
import styles from "./view-stage.module.css";

/** The groups that are not joined: a way to join each, or why it cannot be. */
export function OtherGroups({
  spine,
  others,
  view,
}: {
  readonly spine: GroupSummary;
  readonly others: readonly GroupSummary[];
  readonly view: ViewSummary;
}) {
  const app = useAppHandle();
  if (others.length === 0) return null;
  const { definition } = view;
  return (
    <ul className={styles.others}>
      {others.map((group) => {
        const join = proposeJoin(spine, group);
        return (
          <li key={group.definition.name}>
            {join === null ? (
              <TypesDiffer spine={spine} group={group} />
            ) : (
              <Button variant="link" onClick={() => void addJoin(app, definition.name, join)}>
                Join {group.definition.name}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Why two groups cannot be joined as they are, and what was found to work: what finds no key is not offered. */
function TypesDiffer({ spine, group }: { readonly spine: GroupSummary; readonly group: GroupSummary }) {
  const app = useAppHandle();
  const { name } = group.definition;
  const check = usePart(keyChecks, (state) => checkOf(state, name));
  const request = otherRequest(spine, group);
  const [pair] = request?.on ?? [];
  if (pair === undefined) return null;
  const columns = { spine: pair.spineColumn, group: pair.column };
  const types = {
    spine: typeOf(spine, pair.spineColumn) ?? "",
    group: typeOf(group, pair.column) ?? "",
  };
  return (
    <p className={styles.differ}>
      <strong>{name}</strong> cannot be joined: its key {columns.group} holds {typeWords(types.group, null)},
      and {columns.spine} of {spine.definition.name} holds {typeWords(types.spine, null)}. 1 and “1” are
      different keys.{" "}
      {check !== null && (
        <Ways check={check}>
          {(mend) => (
            <Button
              variant="link"
              onClick={() =>
                void convertKey(app, {
                  fgName: (mend.side === "spine" ? spine : group).definition.name,
                  column: columns[mend.side],
                  from: types[mend.side] as KeyType,
                  to: mend.to,
                  width: mend.width,
                })
              }
            >
              Make {columns[mend.side]} of {(mend.side === "spine" ? spine : group).definition.name}{" "}
              {typeWords(mend.to, mend.width)}
            </Button>
          )}
        </Ways>
      )}
    </p>
  );
}

type Cast = Extract<KeyMend, { kind: "cast" }>;

const NO_VIEWS: readonly ViewSummary[] = [];

/** The casts that find most: of either side one at most. */
function Ways({
  check,
  children,
}: {
  readonly check: KeyCheck;
  readonly children: (mend: Cast) => ReactNode;
}) {
  const views = useApp(({ overview }) => overview?.views ?? NO_VIEWS);
  const joinsOf = ({ side }: Cast) => {
    const { request, pair } = check;
    return side === "spine"
      ? joinsOn(views, request.spine, pair.spineColumn)
      : joinsOn(views, request.group, pair.column);
  };
  const casts = check.mends.filter((mend): mend is Cast => mend.kind === "cast");
  const most = casts[0]?.found.rows ?? 0;
  const ways = (["group", "spine"] as const).flatMap(
    (side) => casts.find((mend) => mend.side === side && mend.found.rows === most) ?? [],
  );
  const free = ways.filter((mend) => joinsOf(mend).length === 0);
  const [fixed] = ways;
  if (fixed !== undefined && free.length === 0)
    return `As it is, no type can be changed: ${fixed.side === "spine" ? check.pair.spineColumn : check.pair.column} is joined on already (${joinsOf(fixed).join(", ")}). Remove those joins, or bring one of the two files again with its key read as the other is.`;
  if (ways.length === 0)
    return `Read as the same type, none of the ${formatNumber(check.askedRows)} rows would find its key there.`;
  return (
    <>
      {free.map((mend, i) => (
        <Fragment key={mend.side}>
          {i > 0 && " or "}
          {children(mend)}
        </Fragment>
      ))}{" "}
      and {formatNumber(most)} of {formatNumber(check.askedRows)} rows find their key. That changes what is
      stored; its online rows go.
    </>
  );
}
