import { showMessage } from "../../../state/app";
import { toError } from "../../../state/query";
import { isMaterializing, materializing, rewind } from "../../../state/serving/materializing";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import styles from "./vector-table.module.css";

export interface RewindNoteProps {
  readonly names: readonly string[];
  readonly nowUs: bigint;
  readonly moment: (us: bigint) => string;
}

/** Where the online store is ahead of the moment that is asked about: why, and how to see it as it stood then. */
export function RewindNote({ names, nowUs, moment }: RewindNoteProps) {
  const app = useAppHandle();
  const isBusy = usePart(materializing, isMaterializing);
  const start = () => {
    rewind(app, names, nowUs).catch((error) =>
      showMessage(app, {
        text: `The online store could not be rewound. ${toError(error).message}`,
        isError: true,
      }),
    );
  };
  return (
    <p className={styles.foot}>
      The online store keeps only the latest row, so it has forgotten what it would have served on{" "}
      {moment(nowUs)}.{" "}
      <Button variant="link" disabled={isBusy} onClick={start}>
        Clear it and materialize as of then
      </Button>
    </p>
  );
}
