import { useState } from "react";
import { addText } from "../../state/imports/add-files";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { TextArea } from "../../ui/controls/text-area";
import { Dialog } from "../../ui/dialog";

/** A place for pasted rows, such as cells copied from a spreadsheet. */
export function PasteDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const app = useAppHandle();
  const [text, setText] = useState("");
  const take = () => {
    addText(app, text);
    setText("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Paste rows"
      width="wide"
      actions={
        <Button variant="primary" disabled={text.trim() === ""} onClick={take}>
          Look at these rows
        </Button>
      }
    >
      <TextArea
        label="Lines of CSV, or cells copied from a spreadsheet"
        help="The first line may hold the columns’ names. Nothing is stored yet."
        rows={12}
        value={text}
        onChange={setText}
      />
    </Dialog>
  );
}
