import { ALL_REFUSED, elsewhere, escapingProgram } from "./ladder/escape";
import { WritePath } from "./ladder/write-path";
import { expect, test } from "./test";

test("a program can neither send nor keep anything, nor reach the page that it is written in", async ({
  page,
  baseURL: home = "",
}) => {
  const other = await elsewhere();
  const path = new WritePath(page, home);
  await test.step("TypeScript", async () => {
    await path.open("typescript");
    await path.writes(escapingProgram(home, other.address), ALL_REFUSED);
    expect(other.asked).toEqual([]);
  });
  await test.step("Python, which can name what JavaScript has", async () => {
    await path.open("python");
    await path.loads();
    const python = (...lines: readonly string[]) => `exec(${JSON.stringify(lines.join("\n"))})`;
    await path.writes(python("import js", "def join(*given): js.eval('1')"), "EvalError");
    await path.writes(
      python(
        "import js",
        "def join(*given):",
        "  asked = js.XMLHttpRequest.new()",
        `  asked.open('GET', '${other.address}/python', False)`,
        "  asked.send()",
      ),
      "NetworkError",
    );
  });
  expect(other.asked).toEqual([]);

  // What arrives is seen.
  await page.goto(`${other.address}/arrived`);
  expect(other.asked).toContain("/arrived");
  other.stop();
});
