// Checks signed files without the app: node verify.mjs FILE...
// Prints one line a file, "good" with the thumbprints of those who signed, or "bad" with what is wrong.
// Needs jose and canonicalize. JSON.parse takes things that the format forbids; docs/verify/README.md lists them.
import { readFile } from "node:fs/promises";
import canonicalize from "canonicalize";
import { base64url, calculateJwkThumbprint, generalVerify, importJWK } from "jose";

const need = (condition, reason) => {
  if (!condition) throw new Error(reason);
};
const roles = {
  "wsr.report": ["principal", "preparer"],
  "wsr.receipt": ["office"],
  "wsr.return": ["office"],
  "wsr.month": ["office"],
  "wsr.registry": ["office"],
  "wsr.registration": ["principal", "preparer", "office"],
  "wsr.rotation": ["principal", "preparer", "office"],
  "wsr.revocation": ["principal", "preparer", "office"],
};
// Every byte sequence has one spelling; decoders forgive padding, white space and stray bits.
const bytesOf = (text) => {
  const bytes = base64url.decode(text);
  need(base64url.encode(bytes) === text, "not base64url");
  return bytes;
};
const exactly = (object, ...names) => canonicalize(Object.keys(object).sort()) === canonicalize(names);

async function verify(file) {
  const bytes = await readFile(file);
  need(bytes.length <= 8 * 1024 * 1024, "the file is too big");
  const envelope = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  need(exactly(envelope, "document", "signatures"), "not exactly document and signatures");
  const { document, signatures } = envelope;
  need(/^[1-9][0-9]*[.](0|[1-9][0-9]*)$/.test(document.version), "version");
  need(Object.hasOwn(roles, document.type), "type");
  const { signers } = document;
  need(signers.length > 0 && signers.length <= 4 && signatures.length > 0 && signatures.length <= 4, "the number of signers or signatures");
  const kids = new Set(signers.map((signer) => signer.kid));
  need(kids.size === signers.length, "a key listed twice");
  for (const { kid, key, role, name, title } of signers) {
    need(exactly(key, "crv", "kty", "x") && (await calculateJwkThumbprint(key)) === kid, `${kid} is not the name of its key`);
    need(roles[document.type].includes(role) && typeof name === "string" && typeof title === "string", "a signer");
    need(bytesOf(key.x).length === 32, "the length of a key");
  }
  const payload = base64url.encode(canonicalize(document));
  const signed = new Set();
  for (const signature of signatures) {
    need(exactly(signature, "protected", "signature"), "a signature is not exactly protected and signature");
    const header = JSON.parse(new TextDecoder().decode(bytesOf(signature.protected)));
    need(exactly(header, "alg", "kid", "typ"), "a header is not exactly alg, kid and typ");
    need(header.typ === `vnd.${document.type}+json`, `signed as ${header.typ}`);
    need(bytesOf(signature.signature).length === 64, "the length of a signature");
    const signer = signers.find((signer) => signer.kid === header.kid);
    need(signer && !signed.has(header.kid), `${header.kid} is nobody on the list, or signed twice`);
    const key = await importJWK(signer.key, header.alg);
    // One signature at a time: a list is accepted as soon as any one of it holds.
    await generalVerify({ payload, signatures: [signature] }, key, { algorithms: ["Ed25519", "EdDSA"] });
    signed.add(header.kid);
  }
  const must = signers.filter((signer) => document.type !== "wsr.report" || signer.role === "principal");
  need(must.length > 0 && must.every((signer) => signed.has(signer.kid)), "somebody who must sign has not");
  return [...signed];
}

for (const file of process.argv.slice(2)) {
  try {
    console.log(`good ${(await verify(file)).join(" ")}`);
  } catch (error) {
    console.log(`bad ${error.message.replaceAll(/\s+/g, " ")}`);
    process.exitCode = 1;
  }
}
