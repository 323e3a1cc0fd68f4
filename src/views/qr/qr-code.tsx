import { useMemo } from "react";
import { publishedAddressStore } from "../../state/published-address";
import { usePart } from "../../state/use-app";
import styles from "./qr-code.module.css";
import { qrMatrix, qrPath } from "./qr-matrix";
import { publicAddress, type Reach, reachOf } from "./reach";

export interface QrCodeProps {
  /** An address; or the part of one after the page's own, `#/learn`. */
  readonly href: string;
  /** Whether the link can be pressed; by default it can. */
  readonly isLink?: boolean;
}

const NOT_REACHED: Readonly<Record<Reach, string | null>> = {
  any_machine: null,
  this_machine: "No phone can open this link: its address is this machine’s own.",
  file: "No phone can open this link: the app was opened from a file of this machine.",
};

/** The QR code of a link, as large as its place allows, and the link itself under it. */
export function QrCode({ href, isLink = true }: QrCodeProps) {
  const address = usePublicAddress(href);
  const modules = useMemo(() => qrMatrix(address), [address]);
  const notReached = NOT_REACHED[reachOf(address)];
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
      <figcaption className={styles.caption}>
        <span className={styles.link}>{isLink ? <a href={address}>{address}</a> : address}</span>
        {notReached !== null && <span>{notReached}</span>}
      </figcaption>
    </figure>
  );
}

/** The address of a link, as others would open it. */
export function usePublicAddress(href: string): string {
  const published = usePart(publishedAddressStore, ({ address }) => address);
  return publicAddress(new URL(href, window.location.href).href, published);
}
