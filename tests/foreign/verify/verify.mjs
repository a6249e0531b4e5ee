// Checks a signed file without the app: node verify.mjs FILE
// Accepts when every signature is by a listed signer over exactly this content, and every principal has signed.
import { readFile } from "node:fs/promises";
import canonicalize from "canonicalize";
import { base64url, calculateJwkThumbprint, generalVerify, importJWK } from "jose";

async function verify(file) {
  const { document, signatures } = JSON.parse(await readFile(file, "utf8"));
  const payload = base64url.encode(canonicalize(document));
  const signed = new Set();
  for (const signature of signatures) {
    const { kid, typ } = JSON.parse(new TextDecoder().decode(base64url.decode(signature.protected)));
    const signer = document.signers.find((signer) => signer.kid === kid);
    if (!signer) throw new Error(`${kid} is not a listed signer`);
    if (typ !== `vnd.${document.type}+json`) throw new Error(`signed as ${typ}`);
    if ((await calculateJwkThumbprint(signer.key)) !== kid) throw new Error(`${kid} is not the name of its key`);
    // One signature at a time: a list is accepted as soon as any one of it holds.
    await generalVerify({ payload, signatures: [signature] }, await importJWK(signer.key, "Ed25519"), { algorithms: ["Ed25519"] });
    signed.add(kid);
  }
  const missing = document.signers.filter((signer) => signer.role === "principal" && !signed.has(signer.kid));
  if (signed.size === 0 || missing.length > 0) throw new Error("a principal has not signed");
  return [...signed];
}

try {
  console.log(`good ${(await verify(process.argv[2])).join(" ")}`);
} catch (error) {
  console.log(`bad ${error.message}`);
  process.exitCode = 1;
}
