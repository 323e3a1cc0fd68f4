export function RowPage() {
  return <h1>RowPage</h1>;
}
