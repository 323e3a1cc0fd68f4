import { NO_MATCH } from "../asof-join";

/**
 * Copies the 64-bit elements at some positions, as two 32-bit words each: reading a 64-bit integer as such would allocate a
 * bigint.
 *
 * @param to - Shape [positions]. Left as it is where a position is −1.
 * @param from - Elements of 64 bits, as `to` has.
 */
export function takeLong(to: ArrayBufferView, from: ArrayBufferView, positions: Int32Array): void {
  const words = new Int32Array(to.buffer, to.byteOffset, 2 * positions.length);
  const source = new Int32Array(from.buffer, from.byteOffset, from.byteLength / 4);
  for (let i = 0; i < positions.length; i++) {
    if (positions[i] === NO_MATCH) continue;
    words[2 * i] = source[2 * positions[i]];
    words[2 * i + 1] = source[2 * positions[i] + 1];
  }
}
