export function MadeDataPage() {
  return <h1>MadeDataPage</h1>;
}
