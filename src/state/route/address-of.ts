/** The whole address of a route of the app, from where the app is open: what somebody copies. */
export function addressOf(url: string): string {
  return `${window.location.href.replace(/#.*/s, "")}#${url}`;
}
