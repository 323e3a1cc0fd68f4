import { expect, test } from "vitest";
import { publicAddress, reachOf, readPublished } from "./reach";

test.each([
  ["https://example.org/microfs/#/learn", "any_machine"],
  ["http://192.168.0.12:4173/", "any_machine"],
  ["http://localhost:4173/#/", "this_machine"],
  ["http://app.localhost/", "this_machine"],
  ["http://127.0.0.1:4173/", "this_machine"],
  ["http://127.1.2.3/", "this_machine"],
  ["http://[::1]:4173/", "this_machine"],
  ["https://localhost.example.org/", "any_machine"],
  ["https://127.example.org/", "any_machine"],
  ["file:///media/stick/microfs.html#/learn", "file"],
])("%s is reached from %s", (address, reach) => {
  expect(reachOf(address)).toBe(reach);
});

test.each([
  [
    "file:///stick/microfs.html#/learn?part=why",
    "https://example.org/fs/",
    "https://example.org/fs/#/learn?part=why",
  ],
  ["http://localhost:4173/#/learn", "https://example.org/#/lab", "https://example.org/#/learn"],
  ["http://localhost:4173/#/learn", null, "http://localhost:4173/#/learn"],
  ["https://other.org/#/learn", "https://example.org/", "https://other.org/#/learn"],
])("%s, published at %s, is opened at %s", (address, published, shown) => {
  expect(publicAddress(address, published)).toBe(shown);
});

test.each([
  ["https://example.org/microfs/", "https://example.org/microfs/"],
  [" example.org/microfs ", "https://example.org/microfs"],
  ["http://192.168.0.12:4173/#/learn", "http://192.168.0.12:4173/"],
  ["localhost:4173", null],
  ["file:///stick/microfs.html", null],
  ["microfs", null],
  ["", null],
])("“%s” is read as the address %s", (typed, read) => {
  expect(readPublished(typed)).toBe(read);
});
