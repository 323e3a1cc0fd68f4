import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Disclosure } from "./disclosure";

afterEach(cleanup);

function Kept({ told }: { readonly told: boolean[] }) {
  const [isOpen, setOpen] = useState(false);
  const onOpen = (next: boolean) => {
    told.push(next);
    setOpen(next);
  };
  return (
    <Disclosure summary="More" isOpen={isOpen} onOpen={onOpen}>
      <p>all of it</p>
    </Disclosure>
  );
}

test("a press opens and closes it at once, before the browser tells that it has", () => {
  const told: boolean[] = [];
  render(<Kept told={told} />);
  expect(screen.queryByText("all of it")).toBeNull();
  fireEvent.click(screen.getByText("More"));
  expect(told).toEqual([true]);
  expect(screen.getByText("all of it")).toBeTruthy();
  fireEvent.click(screen.getByText("More"));
  expect(told).toEqual([true, false]);
  expect(screen.queryByText("all of it")).toBeNull();
});

test("what the browser opens by itself is told too", () => {
  const told: boolean[] = [];
  const { container } = render(
    <Disclosure summary="More" isOpen={false} onOpen={(next) => told.push(next)}>
      <p>all of it</p>
    </Disclosure>,
  );
  const details = container.querySelector("details");
  if (details === null) throw new Error("there must be details");
  details.open = true;
  fireEvent(details, new Event("toggle"));
  expect(told).toEqual([true]);
});
