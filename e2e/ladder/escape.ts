import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a program may try, as JavaScript that throws where it is refused. */
const attempts = (elsewhere: string): readonly (readonly [what: string, attempt: string])[] => [
  [
    "a request, waited for",
    `const asked = new XMLHttpRequest(); asked.open("GET", "${elsewhere}/xhr", false); asked.send();`,
  ],
  [
    "a request to the app's own origin",
    `const asked = new XMLHttpRequest(); asked.open("GET", HOME, false); asked.send();`,
  ],
  ["another script", `importScripts("${elsewhere}/script.js");`],
  ["a database", `indexedDB.open("kept");`],
  ["code from text", `(0, eval)("1");`],
  ["the page's window", "parent.document;"],
  ["the page's storage", "localStorage.length;"],
  ["a message to the frame", `postMessage("it is me");`],
  ["a beacon", `if (!navigator.sendBeacon("${elsewhere}/beacon")) throw new Error("not sent");`],
];

/** What begins to be tried, and whose end no program can wait for: nothing of it may ever arrive. */
const begun = (elsewhere: string): readonly string[] => [
  `fetch("${elsewhere}/fetch").catch(() => 0);`,
  `fetch("${elsewhere}/no-cors", { mode: "no-cors" }).catch(() => 0);`,
  `import("${elsewhere}/module.js").catch(() => 0);`,
  `new WebSocket("${elsewhere.replace("http", "ws")}/socket");`,
  `new EventSource("${elsewhere}/events");`,
  `new Worker("${elsewhere}/worker.js");`,
  `new Worker("data:text/javascript,fetch('${elsewhere}/worker-in-an-address')");`,
  `new Worker(URL.createObjectURL(new Blob(["fetch('${elsewhere}/worker-in-a-blob')"])));`,
];

/** Long enough for a request to be on its way. */
const WAITING = "const until = Date.now() + 500; while (Date.now() < until);";

/** A program in TypeScript, of one line, that tries everything, and breaks off with the names of what it could do. */
export function escapingProgram(home: string, elsewhere: string): string {
  const tried = attempts(elsewhere).map(
    ([what, attempt]) => `try { ${attempt} done.push(${JSON.stringify(what)}); } catch { refused += 1; }`,
  );
  return [
    `const HOME = ${JSON.stringify(home)}; const done: string[] = []; let refused = 0;`,
    ...tried,
    ...begun(elsewhere).map((attempt) => `try { ${attempt} } catch {}`),
    WAITING,
    "function join() { throw new Error('refused ' + refused + ', done: ' + (done.join() || 'nothing') + '.'); }",
  ].join(" ");
}

/** What is said of it where everything is refused. */
export const ALL_REFUSED = `refused ${attempts("").length}, done: nothing.`;

/** Programs in Python that try the same by the names that JavaScript has, and what is said of each. */
export function escapingInPython(
  elsewhere: string,
): readonly (readonly [program: string, refusal: string])[] {
  const python = (...lines: readonly string[]) => `exec(${JSON.stringify(lines.join("\n"))})`;
  return [
    [python("import js", "def join(*given): js.eval('1')"), "EvalError"],
    [
      python(
        "import js",
        "def join(*given):",
        "  asked = js.XMLHttpRequest.new()",
        `  asked.open('GET', '${elsewhere}/python', False)`,
        "  asked.send()",
      ),
      "NetworkError",
    ],
  ];
}

/** Another origin than the app's, which writes down what it is asked. */
export async function elsewhere() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    // It lets everybody ask: what is refused is refused by the sandbox.
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/html" }).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
