// What is done and read inside a page. Each function is sent there as text, so each stands alone.

/** The sentence that heads the page; empty while there is none. */
export function headline(): string {
  return (document.querySelector("h1")?.textContent ?? "").replaceAll("\u00a0", " ");
}

/** The names of all elements of a role that a table has, as a screen reader says them. */
export function cellNames(role: "cell" | "gridcell"): string[] {
  const selector = role === "cell" ? "td, [role=cell]" : "[role=gridcell]";
  return [...document.querySelectorAll(selector)].map((cell) =>
    (cell.getAttribute("aria-label") ?? cell.textContent ?? "").trim(),
  );
}

/** The middle of the first element whose label has a text in it; `null` while there is none. */
export function middleOfLabelled(text: string): [x: number, y: number] | null {
  const found = [...document.querySelectorAll("[aria-label]")].find((element) =>
    element.getAttribute("aria-label")?.includes(text),
  );
  if (found === undefined) return null;
  const { x, y, width, height } = found.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** Presses what is called so, in an open dialog where there is one. Returns whether it was there and could be pressed. */
export function press(name: string): boolean {
  const from = document.querySelector("dialog[open]") ?? document;
  const named = [...from.querySelectorAll<HTMLElement>("button, a[href], [role=gridcell]")].find(
    (element) =>
      (element.getAttribute("aria-label") ?? element.textContent ?? "").replaceAll("\u00a0", " ").trim() ===
      name,
  );
  if (named === undefined || (named instanceof HTMLButtonElement && named.disabled)) return false;
  named.click();
  return true;
}

/** Chooses the option that is called so. Returns whether it was there. */
export function choose(name: string): boolean {
  const option = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].find(({ labels }) =>
    [...(labels ?? [])].some((label) => (label.textContent ?? "").replaceAll("\u00a0", " ").trim() === name),
  );
  option?.click();
  return option !== undefined;
}

/** Everything that stands on the page. */
export function pageText(): string {
  return (document.body.textContent ?? "").replaceAll("\u00a0", " ");
}

/** Writes into the field whose label begins so, as typing does. Returns whether it was there. */
export function write(label: string, text: string): boolean {
  const field = [...document.querySelectorAll("input")].find(({ labels, ariaLabel }) =>
    (labels?.[0]?.textContent ?? ariaLabel ?? "").trim().startsWith(label),
  );
  if (field === undefined) return false;
  // React keeps the value that it set itself, and hears only of others: the element's own setter goes around it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/** Gives a file to the chooser of the first drop zone. Returns whether there is one. */
export function chooseFile(name: string, text: string): boolean {
  const chooser = document.querySelector<HTMLInputElement>("input[type=file]");
  if (chooser === null) return false;
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], name, { type: "text/csv" }));
  chooser.files = chosen.files;
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}
