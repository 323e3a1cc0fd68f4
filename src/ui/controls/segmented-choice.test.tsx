import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SegmentedChoice } from "./segmented-choice";

afterEach(cleanup);

const options = [
  { value: "guessing", label: "guessing" },
  { value: "fairly", label: "fairly" },
  { value: "certain", label: "certain", disabled: true },
] as const;

test("SegmentedChoice is one named group in which nothing is chosen at first", () => {
  render(<SegmentedChoice label="How sure are you?" options={options} value={null} onChange={() => {}} />);
  expect(screen.getByRole("group", { name: "How sure are you?" })).toBeTruthy();
  expect(screen.queryByRole("radio", { checked: true })).toBeNull();
});

test("SegmentedChoice shows the caller's value and not what was pressed until the caller agrees", () => {
  const onChange = vi.fn();
  render(<SegmentedChoice label="How sure?" options={options} value="guessing" onChange={onChange} />);
  fireEvent.click(screen.getByRole("radio", { name: "fairly" }));
  expect(onChange.mock.calls).toEqual([["fairly"]]);
  expect(screen.getByRole("radio", { checked: true })).toBe(screen.getByRole("radio", { name: "guessing" }));
});

test("SegmentedChoice does not offer a disabled option", () => {
  render(<SegmentedChoice label="How sure?" options={options} value="guessing" onChange={() => {}} />);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "certain" }).disabled).toBe(true);
});

test("two of the same options on one page do not take each other's choice", () => {
  render(
    <>
      <SegmentedChoice label="first" options={options} value="guessing" onChange={() => {}} />
      <SegmentedChoice label="second" options={options} value="fairly" onChange={() => {}} />
    </>,
  );
  expect(screen.getAllByRole("radio", { checked: true }).length).toBe(2);
});
