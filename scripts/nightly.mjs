// `npm run test:nightly`: every property tried fifty times as often, on cases of its own.
import { exitWith, run } from "./run.mjs";

try {
  const { code } = await run("vitest", ["run", "--testTimeout=3600000", "src"], {
    env: { MICROFS_PROPERTY_RUNS: process.env.MICROFS_PROPERTY_RUNS ?? "50" },
  });
  process.exitCode = code;
} catch (error) {
  exitWith(error);
}
