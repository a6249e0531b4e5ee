// Runs the program itself, compiled to WebAssembly, inside of node and prints its lines as JSON:
// node verdicts.mjs PROGRAM.wasm FOLDER

import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WASI } from "node:wasi";

const [program, folder] = process.argv.slice(2);
const given = (file) => JSON.stringify({ file, base64: readFileSync(join(folder, file)).toString("base64") });
const place = mkdtempSync(join(tmpdir(), "verdicts-"));
const [input, output] = [join(place, "input"), join(place, "output")];
writeFileSync(input, readdirSync(folder).map(given).join("\n"));
const [stdin, stdout] = [openSync(input, "r"), openSync(output, "w")];
const wasi = new WASI({ version: "preview1", args: ["anziping", "lines"], stdin, stdout, returnOnExit: true });
const module = await WebAssembly.compile(readFileSync(program));
wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
closeSync(stdout);
const lines = readFileSync(output, "utf8").trimEnd().split("\n");
rmSync(place, { recursive: true });
console.log(JSON.stringify(lines.map((line) => JSON.parse(line))));
