/** How many characters of an error's message a reader is shown: a program can throw megabytes of them. */
const MOST_SAID = 500;

/** An error's message as it is shown: the rest of a long one is left out. */
export function cutMessage(message: string): string {
  return message.length > MOST_SAID ? `${message.slice(0, MOST_SAID)}…` : message;
}
