import { useState } from "react";
import { choosePublishedAddress } from "../../state/published-address";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { TextInput } from "../../ui/controls/text-input";
import styles from "./published-form.module.css";
import { usePublicAddress } from "./qr-code";
import { reachOf, readPublished } from "./reach";

/** Asks where the app is published, so that links and codes lead there. */
export function PublishedForm() {
  const app = useAppHandle();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const use = () => {
    const read = readPublished(typed);
    if (read === null) setWrong(true);
    else choosePublishedAddress(app, read);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <p>Hand out the app as a file, or say where it is published:</p>
      <div className={styles.published}>
        <TextInput
          label="Published address"
          layout="inline"
          inputMode="url"
          placeholder="https://…"
          value={typed}
          error={
            isWrong && "Write an address that other machines reach, such as https://example.org/microfs/."
          }
          onChange={(text) => {
            setTyped(text);
            setWrong(false);
          }}
        />
        <Button type="submit">Lead there</Button>
      </div>
    </form>
  );
}

/** Says it to whoever presents where no phone of the class could open a link that is shown to it, and asks where it could. */
export function LinkNotReached({ href }: { readonly href: string }) {
  if (reachOf(usePublicAddress(href)) === "any_machine") return null;
  return (
    <div className={styles.notReached} role="note">
      <p>No phone can open the link that the class is shown, so it is shown without a code.</p>
      <PublishedForm />
    </div>
  );
}
