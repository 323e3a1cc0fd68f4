import { encode } from "uqr";

/** Light modules around the code, without which readers do not find it: as the standard has it. */
const QUIET_ZONE = 4;
/** Of a larger code, drawn as high as a projector's 720 lines allow, a module would be under 4 px. */
const LARGEST_VERSION = 30;

/**
 * The modules of a text's QR code, row by row, quiet zone included: dark is true. `null` where the text is too long for a
 * code that can be read across a room, which is beyond 1,732 bytes.
 */
export function qrMatrix(text: string): readonly (readonly boolean[])[] | null {
  try {
    return encode(text, { ecc: "L", boostEcc: true, border: QUIET_ZONE, maxVersion: LARGEST_VERSION }).data;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The dark modules as one path: a run of them in a row is one rectangle. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join("");
}
