import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppShell } from "./app-shell";

const pages = [
  { id: "learn", label: "Learn", href: "#/learn" },
  { id: "lab", label: "Lab", href: "#/lab", current: true },
];

beforeEach(() => {
  window.location.hash = "#/lab/train";
  render(
    <AppShell homeHref="#/" links={pages} linksLabel="Pages" left={<p>groups</p>} leftLabel="Feature groups">
      <p>the table</p>
    </AppShell>,
  );
});
afterEach(cleanup);

test("AppShell says which page is the current one", () => {
  const links = within(screen.getByRole("navigation", { name: "Pages" })).getAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("aria-current")])).toEqual([
    ["Learn", null],
    ["Lab", "page"],
  ]);
});

test("AppShell's skip link moves the focus to the content and leaves the route as it is", () => {
  const isFollowed = fireEvent.click(screen.getByRole("link", { name: "Skip to the content" }));
  expect(isFollowed).toBe(false);
  expect(document.activeElement).toBe(screen.getByRole("main"));
  expect(window.location.hash).toBe("#/lab/train");
});

test("AppShell's menu closes once a page is chosen", () => {
  const menu = screen.getByRole("button", { name: "Menu" });
  fireEvent.click(menu);
  expect(menu.getAttribute("aria-expanded")).toBe("true");
  fireEvent.click(screen.getByRole("link", { name: "Learn" }));
  expect(menu.getAttribute("aria-expanded")).toBe("false");
});

test("AppShell's menu closes on Escape", () => {
  const menu = screen.getByRole("button", { name: "Menu" });
  fireEvent.click(menu);
  fireEvent.keyDown(menu, { key: "Escape" });
  expect(menu.getAttribute("aria-expanded")).toBe("false");
});

test("AppShell begins at the top with whatever is newly shown", () => {
  const { container, rerender } = render(
    <AppShell homeHref="#/" links={[]} linksLabel="Pages" shown="data" fit>
      <p>long</p>
    </AppShell>,
  );
  const middle = container.querySelector("main")?.parentElement;
  if (!middle) throw new Error("the content must be there");
  const show = (shown: string) =>
    rerender(
      <AppShell homeHref="#/" links={[]} linksLabel="Pages" shown={shown} fit>
        <p>long</p>
      </AppShell>,
    );
  middle.scrollTop = 200;
  document.documentElement.scrollTop = 300;
  show("data");
  expect([middle.scrollTop, document.documentElement.scrollTop]).toEqual([200, 300]);
  show("train");
  expect([middle.scrollTop, document.documentElement.scrollTop]).toEqual([0, 0]);
});
