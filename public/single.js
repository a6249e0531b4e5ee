// Second in a page that is a single file, after unpack.js: gives every file that lies in it an address of its own, and
// names these addresses where the hosted page has those of its host. What an address needs stands before it. A worker
// may not read addresses of the page, so it carries what it needs.
//
// Told to the rest: data-single on <html>, written by the build; `self.carried` in a worker.
const taken = (mark) => {
  const element = document.querySelector(`script[${mark}]`);
  element.remove();
  return element.textContent;
};
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const base64Of = (bytes) => {
  let text = "";
  // A call takes no more arguments than this everywhere.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
const nameOf = (path) => path.replace(/^.*\//, "");
const unpacked = unpack(taken("data-packed"));
const files = new Map();
const addresses = new Map();
let at = 0;
for (const [name, kind, length, carries] of JSON.parse(taken("data-files"))) {
  const bytes = unpacked.subarray(at, (at += length));
  files.set(name, { kind, bytes });
  let content = kind === "text/javascript" ? new TextDecoder().decode(bytes) : bytes;
  if (carries) {
    const carry = (one) => [one, { kind: files.get(one).kind, packed: base64Of(files.get(one).bytes) }];
    const carried = Object.fromEntries(carries.map(carry));
    // Not from a Blob: in a worker of a file WebKit reads none.
    content = `{
const nameOf = ${nameOf}, bytesOf = ${bytesOf}, carried = ${JSON.stringify(carried)};
self.carried = async (path) => {
  const { kind, packed } = carried[nameOf(path)];
  return new Response(bytesOf(packed), { headers: { "content-type": kind } });
};
}
${content}`;
  } else if (kind === "text/javascript") {
    for (const [named, address] of addresses) content = content.replaceAll(`"./${named}"`, JSON.stringify(address));
  }
  addresses.set(name, URL.createObjectURL(new Blob([content], { type: kind })));
}
const { dataset } = document.documentElement;
for (const [name, value] of Object.entries(dataset)) {
  const address = addresses.get(nameOf(value));
  if (address) dataset[name] = address;
}
// The glue and its parts name each other, which addresses that are made one after the other cannot.
globalThis.initParts = (await import(dataset.glue)).initSync;
