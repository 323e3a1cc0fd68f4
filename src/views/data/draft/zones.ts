/** The zones that times may be in: UTC, the reader's own, then all that the browser knows. */
export const ZONES: readonly { value: string; label: string }[] = [
  { value: "UTC", label: "UTC" },
  ...ownZone().map((zone) => ({ value: zone, label: `${zone} (yours)` })),
  ...Intl.supportedValuesOf("timeZone")
    .filter((zone) => zone !== "UTC" && !ownZone().includes(zone))
    .map((zone) => ({ value: zone, label: zone })),
];

function ownZone(): string[] {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone === "UTC" ? [] : [zone];
}
