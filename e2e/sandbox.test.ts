import { WritePath } from "./ladder/write-path";
import { recordingProxy } from "./recording-proxy";
import { expect, test } from "./test";

/** Another origin: the proxy writes down what would have gone there. */
const ELSEWHERE = "http://elsewhere.test";

/** What a program may try at once, as JavaScript that must throw. */
const ATTEMPTS: Readonly<Record<string, string>> = {
  "a request, waited for": `const asked = new XMLHttpRequest(); asked.open("GET", "${ELSEWHERE}/xhr", false); asked.send();`,
  "another script": `importScripts("${ELSEWHERE}/script.js");`,
  "a request to the app's own origin": `const asked = new XMLHttpRequest(); asked.open("GET", HOME, false); asked.send();`,
  "a worker from elsewhere": `new Worker("${ELSEWHERE}/worker.js");`,
  "a database": `indexedDB.open("kept");`,
  "code from text": `(0, eval)("1");`,
  "the page's window": "parent.document;",
  "the page's storage": "localStorage.length;",
  "a message to the frame": `postMessage("it is me");`,
  "a beacon": `if (navigator.sendBeacon("${ELSEWHERE}/beacon") !== true) throw new Error("not sent");`,
};

/** What begins to be tried, and whose end no program can wait for: nothing of it may ever arrive. */
const BEGUN = [
  `fetch("${ELSEWHERE}/fetch").catch(() => 0);`,
  `fetch(HOME + "?from-inside", { mode: "no-cors" }).catch(() => 0);`,
  `import("${ELSEWHERE}/module.js").catch(() => 0);`,
  `new WebSocket("${ELSEWHERE.replace("http", "ws")}/socket");`,
  `new EventSource("${ELSEWHERE}/events");`,
];

/** Long enough for a request to be on its way. */
const WAITING = "const until = Date.now() + 500; while (Date.now() < until);";

/** A program that tries everything, and breaks off with the names of what it could do. */
function program(home: string): string {
  const tried = Object.entries(ATTEMPTS).map(
    ([what, attempt]) => `try { ${attempt} done.push(${JSON.stringify(what)}); } catch { refused += 1; }`,
  );
  const begun = BEGUN.map((attempt) => `try { ${attempt} } catch {}`);
  return [
    `const HOME = ${JSON.stringify(home)}; const done = []; let refused = 0;`,
    ...tried,
    ...begun,
    WAITING,
    "function join() { throw new Error('refused ' + refused + ', done: ' + (done.join() || 'nothing') + '.'); }",
  ].join(" ");
}

test("a program can neither send nor keep anything, nor reach the page that it is written in", async ({
  browser,
  baseURL: home = "",
  contextOptions,
}) => {
  const proxy = await recordingProxy(home);
  const context = await browser.newContext({ ...contextOptions, proxy: proxy.proxy });
  const page = await context.newPage();
  const fromInside: string[] = [];
  context.on("request", (request) => {
    if (/from-inside/.test(request.url())) fromInside.push(request.url());
  });
  const path = new WritePath(page, home);
  const nothing = `refused ${Object.keys(ATTEMPTS).length}, done: nothing.`;
  await test.step("TypeScript", async () => {
    await path.open("typescript");
    await path.writes(program(home), nothing);
  });
  await test.step("Python, by JavaScript's own names", async () => {
    await path.open("python");
    await path.loads();
    const source = JSON.stringify(
      `import js\nfrom pyodide.code import run_js\ndef join(*given): run_js(${JSON.stringify("1")})`,
    );
    await path.writes(`exec(${source})`, "EvalError");
    const requested = `import js\\ndef join(*given):\\n  asked = js.XMLHttpRequest.new()\\n  asked.open('GET', '${ELSEWHERE}/python', False)\\n  asked.send()`;
    await path.writes(`exec("${requested}")`, "NetworkError");
  });
  expect(proxy.takeAsked()).toEqual([]);
  expect(fromInside).toEqual([]);

  // The recording can fail: what the page itself asks of another origin is seen, though refused to it.
  await page.goto("about:blank");
  await page.evaluate((url) => fetch(url, { mode: "no-cors" }).catch(() => undefined), ELSEWHERE);
  expect(proxy.takeAsked()).toEqual([`${ELSEWHERE}/`]);
  await context.close();
  proxy.stop();
});
