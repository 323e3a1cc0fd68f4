import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Select } from "./select";

afterEach(cleanup);

const options = [
  { value: "user_id", label: "user_id" },
  { value: "paid_at", label: "paid_at" },
];
const control = () => screen.getByRole<HTMLSelectElement>("combobox", { name: "Entity key" });

test("Select tells the value that was chosen", () => {
  const onChange = vi.fn();
  render(<Select label="Entity key" options={options} value="user_id" onChange={onChange} />);
  fireEvent.change(control(), { target: { value: "paid_at" } });
  expect(onChange.mock.calls).toEqual([["paid_at"]]);
});

test("Select shows nothing as chosen where the value is none of the options", () => {
  render(<Select label="Entity key" options={options} value="gone" onChange={() => {}} />);
  expect(control().value).toBe("");
});

test("Select is described by its help, and by its error in place of it", () => {
  const { rerender } = render(
    <Select label="Entity key" help="1 187 entities" options={options} value="user_id" onChange={() => {}} />,
  );
  const description = () =>
    document.getElementById(control().getAttribute("aria-describedby") ?? "")?.textContent;
  expect(description()).toBe("1 187 entities");
  expect(control().getAttribute("aria-invalid")).toBeNull();
  rerender(
    <Select
      label="Entity key"
      help="1 187 entities"
      error="It has 3 empty cells."
      options={options}
      value="user_id"
      onChange={() => {}}
    />,
  );
  expect(description()).toBe("It has 3 empty cells.");
  expect(control().getAttribute("aria-invalid")).toBe("true");
});
