/** Keeps text in this browser under a name; `null` takes away what was kept. Says whether it could: some browsers keep nothing. */
export function keepText(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    // Without storage, or where it is full, it holds for this visit.
    return false;
  }
}

/** The text that was kept; `null` where there is none, or nothing can be kept. */
export function keptText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Puts text that cannot be read aside, where nothing writes over it; what was put aside before stays, too. Says whether it
 * could.
 */
export function putAside(key: string, text: string): boolean {
  for (let n = 1; ; n++) {
    const name = n === 1 ? key : `${key}.${n}`;
    if ([null, text].includes(keptText(name))) return keepText(name, text);
  }
}
