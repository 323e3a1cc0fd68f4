import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { MinutesInput } from "./minutes-input";

afterEach(cleanup);

function shown() {
  const onMinutes = vi.fn();
  render(<MinutesInput label="Minutes" minutes={3} onMinutes={onMinutes} />);
  return { field: screen.getByRole<HTMLInputElement>("textbox"), onMinutes };
}

test.each(["-5", "99999", "soon"])(
  "%s is refused, with what is possible, also after the field is left",
  (text) => {
    const { field, onMinutes } = shown();
    fireEvent.change(field, { target: { value: text } });
    expect(screen.getByRole("status").textContent).toBe("0 to 240 are possible");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    fireEvent.blur(field);
    expect(screen.getByRole("status").textContent).toBe("left as it was: 0 to 240 are possible");
    expect(field.value).toBe("3");
    expect(onMinutes).not.toHaveBeenCalled();
  },
);

test("an emptied field goes back, and says so", () => {
  const { field } = shown();
  fireEvent.change(field, { target: { value: "" } });
  expect(screen.getByRole("status").textContent).toBe("");
  fireEvent.blur(field);
  expect(screen.getByRole("status").textContent).toMatch(/^left as it was/);
});

test("what is possible is taken as it is written, and nothing is said", () => {
  const { field, onMinutes } = shown();
  fireEvent.change(field, { target: { value: "2,5" } });
  fireEvent.blur(field);
  expect(onMinutes).toHaveBeenCalledWith(2.5);
  expect(screen.getByRole("status").textContent).toBe("");
});
