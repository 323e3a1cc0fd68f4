/** What the main path needs of a browser, whoever drives it: Playwright, WebDriver BiDi or WebDriver. */
export interface Driver {
  goTo(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It stands alone: it is sent as text, and its arguments as JSON. */
  run<A extends readonly unknown[], R>(inPage: (...args: A) => R, ...args: A): Promise<R>;
  /** Presses the pointer at a point of the window, moves it over the others, and lets go. */
  drag(...points: readonly (readonly [x: number, y: number])[]): Promise<void>;
}
