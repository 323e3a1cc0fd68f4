import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { MadeData, Side } from "../made-data";
import type { Outcome, Task } from "../task";

const PYTHONS = ["/usr/bin/python3", "python3"];

/** The first Python here that has pandas, or `null`. */
export function findPandas(): { python: string; version: string } | null {
  for (const python of PYTHONS) {
    const asked = spawnSync(python, ["-c", "import pandas; print(pandas.__version__)"], { encoding: "utf8" });
    if (asked.status === 0) return { python, version: asked.stdout.trim() };
  }
  return null;
}

/** pandas in a process of its own, which times itself: it is given the rows as binary files, and then told to run. */
export class PandasContender {
  static async load(python: string, task: Task, data: MadeData): Promise<PandasContender> {
    const folder = mkdtempSync(join(tmpdir(), "microfs-bench-"));
    writeSide(folder, "spine", data.spine);
    writeSide(folder, "features", data.features);
    const script = new URL("./pandas_join.py", import.meta.url).pathname;
    const child = spawn(python, [script, folder, task.key], { stdio: ["pipe", "pipe", "inherit"] });
    const contender = new PandasContender(child, folder);
    await contender.#answer();
    return contender;
  }

  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #folder: string;
  readonly #lines: Interface;
  readonly #iterator: AsyncIterator<string>;

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>, folder: string) {
    this.#child = child;
    this.#folder = folder;
    this.#lines = createInterface({ input: child.stdout });
    this.#iterator = this.#lines[Symbol.asyncIterator]();
  }

  /** Sorts both sides by time, as `merge_asof` wants it, and merges: seconds of both together, and of the merge. */
  async run(): Promise<{ sortAndMerge: number; merge: number; outcome: Outcome }> {
    this.#child.stdin.write("run\n");
    const { sequenceSum, ...rest } = JSON.parse(await this.#answer());
    return { ...rest, outcome: { ...rest.outcome, sequenceSum: BigInt(sequenceSum) } };
  }

  close(): void {
    this.#child.stdin.end();
    this.#lines.close();
    rmSync(this.#folder, { recursive: true });
  }

  async #answer(): Promise<string> {
    const { value, done } = await this.#iterator.next();
    if (done) throw new Error(`pandas ended with code ${this.#child.exitCode}; its message is above`);
    return value;
  }
}

function writeSide(folder: string, name: string, side: Side): void {
  for (const [column, values] of Object.entries(side))
    writeFileSync(join(folder, `${name}.${column}`), values);
}
