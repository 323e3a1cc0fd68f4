/** Where the value of the join being played stands on the page once it is written: in the row, or in the table. */
export function writtenCell(): Element | null {
  const cells = document.querySelectorAll('[data-cell="written"], [role="gridcell"][aria-selected="true"]');
  return [...cells].find((cell) => cell.getClientRects().length > 0) ?? null;
}
