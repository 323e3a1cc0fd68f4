import { ALL_REFUSED, elsewhere, escapingProgram } from "./ladder/escape";
import { WritePath } from "./ladder/write-path";
import { expect, test } from "./test";

test("a program can neither send nor keep anything, nor reach the page that it is written in", async ({
  page,
  baseURL: home = "",
}) => {
  const other = await elsewhere();
  const path = new WritePath(page, home);
  await path.open("typescript");
  await path.writes(escapingProgram(home, other.address), ALL_REFUSED);
  expect(other.asked).toEqual([]);

  // What arrives is seen; and nothing has arrived late.
  await page.goto(`${other.address}/arrived`);
  expect(other.asked.filter((url) => url !== "/favicon.ico")).toEqual(["/arrived"]);
  other.stop();
});
