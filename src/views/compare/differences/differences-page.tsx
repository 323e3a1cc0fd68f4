export function DifferencesPage() {
  return <h1>DifferencesPage</h1>;
}
