import { useMemo } from "react";
import { publishedAddressStore } from "../../state/published-address";
import { usePart } from "../../state/use-app";
import styles from "./qr-code.module.css";
import { qrMatrix, qrPath } from "./qr-matrix";
import { publicAddress } from "./reach";

export interface QrCodeProps {
  /** An address; or the part of one after the page's own, `#/learn`. */
  readonly href: string;
}

/** The QR code of a link, as large as its place allows, and the link itself under it. */
export function QrCode({ href }: QrCodeProps) {
  const address = usePublicAddress(href);
  const modules = useMemo(() => qrMatrix(address), [address]);
  return (
    <figure className={styles.code}>
      {modules === null ? (
        <p className={styles.tooLong}>
          This link carries more than a code can that is read across a room. Copy the link instead, or save
          the app as a file with what is in sight, and hand that out.
        </p>
      ) : (
        <svg
          className={styles.modules}
          viewBox={`0 0 ${modules.length} ${modules.length}`}
          role="img"
          aria-label={`QR code of ${address}`}
        >
          <rect className={styles.light} width={modules.length} height={modules.length} />
          <path className={styles.dark} d={qrPath(modules)} />
        </svg>
      )}
      <figcaption className={styles.link}>
        <a href={address}>{address}</a>
      </figcaption>
    </figure>
  );
}

/** The address of a link, as others would open it. */
export function usePublicAddress(href: string): string {
  const published = usePart(publishedAddressStore, ({ address }) => address);
  return publicAddress(new URL(href, window.location.href).href, published);
}
