import { QrCode, usePublicAddress } from "../../../views/qr/qr-code";
import { NOT_REACHED, reachOf } from "../../../views/qr/reach";
import styles from "./link-code.module.css";

/** A link to take home, as a code that phones read from their seats. */
export function LinkCode({ link }: { readonly link: string }) {
  const href = `#${link}`;
  const reach = reachOf(usePublicAddress(href));
  return (
    <div className={styles.code}>
      <QrCode href={href} />
      {reach !== "any_machine" && <p>{NOT_REACHED[reach]}</p>}
    </div>
  );
}
