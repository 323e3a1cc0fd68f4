/** How many of the first `rows` are null. */
export function countNulls(valid: Uint8Array, rows: number): number {
  let nulls = 0;
  for (let row = 0; row < rows; row++) if (valid[row] === 0) nulls++;
  return nulls;
}
