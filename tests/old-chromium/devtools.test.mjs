// How a browser ends, with a program in its place that ends as it is told.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DevTools } from "./devtools.mjs";

/** A browser that does as `fate` says when it is told to close; the pipes 3 and 4 are those of the protocol. */
const ending = (fate) =>
  new DevTools(process.execPath, ["-e", `require("fs").createReadStream("", { fd: 3 }).once("data", () => { ${fate} })`, "--"]);

const answer = (message) => `require("fs").writeSync(4, '${JSON.stringify(message)}\\0')`;

test("one that answers and ends has ended in order", () => ending(`${answer({ id: 1, result: {} })}; process.exit(0)`).close());

test("one that ends before its answer is out has ended in order", () => ending("process.exit(0)").close());

test("one that ends with an error has not", () => assert.rejects(ending("process.exit(1)").close(), /has ended with 1/));

test("one that crashes has not", () =>
  assert.rejects(ending("process.kill(process.pid, 'SIGSEGV')").close(), /has ended with SIGSEGV/));

test("one that refuses is told of, however it ends", () =>
  assert.rejects(ending(`${answer({ id: 1, error: { message: "no" } })}; process.exit(0)`).close(), /no/));
