import { plainServer } from "./plain-server";
import { expect, test } from "./test";

test("the build runs in a subfolder of a plain web server and asks nothing of any other host", async ({
  page,
}) => {
  const { address, stop } = await plainServer();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  try {
    await page.goto(address, { waitUntil: "networkidle" });
    await expect(page.getByRole("main")).toBeVisible();
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(address))).toEqual([]);
  } finally {
    await stop();
  }
});
