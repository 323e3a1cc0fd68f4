// The rooms of src/, and what each may import: itself and those named here. Type-only imports count:
// a room that knows another's types knows the other. See docs/decisions/0002.
const rooms = {
  microfs: [],
  terms: ["microfs"],
  scenario: ["microfs", "terms"],
  formats: ["microfs", "terms", "scenario"],
  compare: ["microfs", "terms", "scenario"],
  audit: ["microfs", "terms", "scenario"],
  "why-empty": ["microfs", "terms", "scenario"],
  "serve-in-time": ["microfs", "terms", "scenario"],
  learn: ["microfs", "terms", "scenario", "compare", "lessons"],
  present: ["microfs", "terms", "scenario", "learn", "plans"],
  ladder: ["microfs", "terms", "scenario", "compare", "sandbox"],
  sandbox: ["terms"],
  worker: ["microfs", "terms", "scenario", "formats", "compare", "audit", "serve-in-time", "why-empty"],
  state: [
    "learn",
    "present",
    "ladder",
    "sandbox",
    "microfs",
    "terms",
    "scenario",
    "formats",
    "compare",
    "audit",
    "serve-in-time",
    "why-empty",
    "worker",
  ],
  ui: [],
  timeline: ["microfs", "terms", "scenario", "ui"],
  views: [
    ...[
      "microfs",
      "terms",
      "scenario",
      "formats",
      "compare",
      "audit",
      "serve-in-time",
      "why-empty",
      "worker",
      "state",
    ],
    ...["ui", "timeline", "learn", "present", "ladder", "sandbox"],
  ],
  lessons: [],
  plans: [],
};

const doors = "^src/microfs/((index|core)\\.ts$|testing/)";
/** These show readers the source of the kernel and of explain, as text: `?raw`, which a path does not say. */
const showsSource = "^src/views/(code/code-stage|train/side-panel/source-panel)\\.tsx$";

const everyRoom = Object.keys(rooms);
/** What Vite makes, types that stand alone, and a package that names a file which it does not have. */
const UNFOUND =
  "\\?(worker|url|raw|inline)|^(virtual:sandbox-frame|pyodide/ffi|@duckdb/duckdb-wasm/blocking)$";
const npm = "(^|/)node_modules/";
const test = "\\.test\\.tsx?$|/testing/";

const oneWay = Object.entries(rooms).map(([room, below]) => ({
  name: `${room}-imports-only-what-is-below-it`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...below].join("|")})/` },
}));

export default {
  forbidden: [
    ...oneWay,
    {
      name: "pages-are-imported-by-main-alone",
      severity: "error",
      from: { path: `^src/(${everyRoom.join("|")})/` },
      to: { path: "^src/(pages/|main\\.tsx$)" },
    },
    {
      name: "a-page-never-imports-another",
      severity: "error",
      from: { path: "^src/pages/([^/]+)/" },
      to: { path: "^src/pages/([^/]+)/", pathNot: "^src/pages/$1/" },
    },
    {
      name: "every-folder-of-src-is-a-known-room",
      comment: "A new room needs a line in this file that says what it may import.",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: `^src/(${everyRoom.join("|")}|pages)/` },
    },
    {
      name: "microfs-imports-only-apache-arrow-and-idb",
      severity: "error",
      from: { path: "^src/microfs/", pathNot: test },
      to: { pathNot: `^src/microfs/|${npm}(apache-arrow|idb)/` },
    },
    ...[
      { from: { path: "^src/(?!microfs/)", pathNot: showsSource }, to: { pathNot: doors } },
      { from: { path: showsSource }, to: { pathNot: [doors, "^src/microfs/(asof-join|explain)\\.ts$"] } },
    ].map(({ from, to }) => ({
      name: "microfs-is-entered-by-its-two-doors",
      severity: "error",
      from,
      to: { path: "^src/microfs/", ...to },
    })),
    {
      name: "the-timeline-and-its-terms-enter-microfs-by-core",
      severity: "error",
      from: { path: "^src/(terms|timeline)/", pathNot: test },
      to: { path: "^src/microfs/index\\.ts$" },
    },
    {
      name: "core-does-without-arrow-and-storage",
      comment:
        "Home loads the kernel, explain, the slice of a scenario and what checks definitions, and must pay for neither.",
      severity: "error",
      from: {
        path: ["^src/microfs/core\\.ts$", "^src/scenario/scenario-(slice|rules)\\.ts$"],
      },
      to: { path: `${npm}(apache-arrow|idb)/`, reachable: true },
    },
    {
      name: "the-app-imports-no-test",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { path: test },
    },
    {
      name: "the-app-needs-no-development-package",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "the-app-runs-without-node",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { dependencyTypes: ["core"] },
    },
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "every-import-is-found",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: UNFOUND },
    },
  ],
  options: {
    doNotFollow: { path: npm },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "browser", "default"],
    },
  },
};
