import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DropZone } from "./drop-zone";

afterEach(cleanup);

const csv = new File(["user_id\n2"], "payments.csv");
const tsv = new File(["user_id\n2"], "activity.tsv");
const fileItem = (file: File) => ({
  kind: "file",
  getAsFile: () => file,
  webkitGetAsEntry: () => ({ isDirectory: false, name: file.name }),
});
const folderItem = (name: string) => ({
  kind: "file",
  getAsFile: () => new File([], name),
  webkitGetAsEntry: () => ({ isDirectory: true, name }),
});
const transfer = (items: readonly object[], text = "") => ({
  items,
  types: items.length > 0 ? ["Files"] : ["text/plain"],
  getData: () => text,
  dropEffect: "none",
});

function show(options: { multiple?: boolean; onText?: (text: string) => void } = {}) {
  const onFiles = vi.fn<(files: readonly File[]) => void>();
  const onRefused = vi.fn<(sentence: string) => void>();
  render(
    <DropZone onFiles={onFiles} onRefused={onRefused} {...options}>
      Drop CSV here
    </DropZone>,
  );
  return { zone: screen.getByRole("button", { name: "Drop CSV here" }), onFiles, onRefused };
}

describe("DropZone", () => {
  test("hands over the files that are dropped on it", () => {
    const { zone, onFiles, onRefused } = show();
    fireEvent.drop(zone, { dataTransfer: transfer([fileItem(csv), fileItem(tsv)]) });
    expect(onFiles.mock.calls).toEqual([[[csv, tsv]]]);
    expect(onRefused).not.toHaveBeenCalled();
  });

  test("takes the files beside a folder and says that the folder was not read", () => {
    const { zone, onFiles, onRefused } = show();
    fireEvent.drop(zone, { dataTransfer: transfer([folderItem("exports"), fileItem(csv)]) });
    expect(onFiles.mock.calls).toEqual([[[csv]]]);
    expect(onRefused.mock.calls[0]?.[0]).toContain("“exports” is a folder");
  });

  test("takes the first of several where one is wanted, and says so", () => {
    const { zone, onFiles, onRefused } = show({ multiple: false });
    fireEvent.drop(zone, { dataTransfer: transfer([fileItem(csv), fileItem(tsv)]) });
    expect(onFiles.mock.calls).toEqual([[[csv]]]);
    expect(onRefused.mock.calls[0]?.[0]).toContain("“payments.csv” was taken");
  });

  test("takes text that is dragged onto it where it is wanted, and refuses it elsewhere", () => {
    const onText = vi.fn();
    const wanted = show({ onText });
    fireEvent.drop(wanted.zone, { dataTransfer: transfer([], "user_id\n2") });
    expect(onText.mock.calls).toEqual([["user_id\n2"]]);
    cleanup();
    const unwanted = show();
    fireEvent.drop(unwanted.zone, { dataTransfer: transfer([], "user_id\n2") });
    expect(unwanted.onRefused.mock.calls[0]?.[0]).toContain("That was not a file");
  });

  test("hands over the files that are chosen", () => {
    const { onFiles } = show();
    const chooser = document.querySelector("input[type=file]");
    if (!(chooser instanceof HTMLInputElement)) throw new Error("there is no file chooser");
    fireEvent.change(chooser, { target: { files: [csv] } });
    expect(onFiles.mock.calls).toEqual([[[csv]]]);
  });

  test("keeps the page when a file is dropped beside it, and leaves dragged text alone", () => {
    show();
    const beside = (dataTransfer: object) => {
      const event = createEvent.drop(document.body, { dataTransfer });
      fireEvent(document.body, event);
      return event.defaultPrevented;
    };
    expect(beside(transfer([fileItem(csv)]))).toBe(true);
    expect(beside(transfer([], "some text"))).toBe(false);
  });
});
