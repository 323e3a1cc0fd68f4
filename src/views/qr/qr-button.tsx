import { useState } from "react";
import { OWN } from "../../state/document";
import { phoneLinkTo } from "../../state/share";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { QrScreen } from "./qr-screen";

/** Fills the screen with the code of this very place in Learn or Cases, of which no data need go along. */
export function QrButton() {
  const app = useAppHandle();
  const [href, setHref] = useState<string | null>(null);
  return (
    <>
      <Button variant="link" onClick={() => setHref(phoneLinkTo(app, OWN, []))}>
        QR code
      </Button>
      {href !== null && <QrScreen href={href} onClose={() => setHref(null)} />}
    </>
  );
}
