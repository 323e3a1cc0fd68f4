/** Where an address opens: on any machine that reaches its server, on this machine alone, or from a file of this machine. */
export type Reach = "any_machine" | "this_machine" | "file";

/** Who can open an address, as far as it says itself. */
export function reachOf(address: string): Reach {
  const { protocol, hostname } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return "file";
  return /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname)
    ? "this_machine"
    : "any_machine";
}

/**
 * An address in the app, at the place where the app is published.
 *
 * @param address - Where the app is open now, with what stands after `#`.
 * @param published - As somebody has typed it; `null` for none.
 * @returns The address itself where any machine reaches it, or nothing better is known.
 */
export function publicAddress(address: string, published: string | null): string {
  if (published === null || reachOf(address) === "any_machine") return address;
  return `${published.replace(/#.*/s, "")}${/#.*/s.exec(address)?.[0] ?? ""}`;
}

/** What somebody has typed as an address where the app is published; `null` where no phone could open it. */
export function readPublished(text: string): string | null {
  const written = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(written) || reachOf(written) !== "any_machine") return null;
  const { hostname, href } = new URL(written);
  return hostname.includes(".") || hostname.startsWith("[") ? href.replace(/#.*/s, "") : null;
}
