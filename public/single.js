// First in a page that is a single file: gives every file that lies in it an address of its own, and names these addresses
// where the hosted page has those of its host. What an address needs stands before it. A worker may not read addresses
// of the page, so it carries what it needs.
//
// Told to the rest: data-single on <html>, written by the build; `self.carried` in a worker.
const inflate = ([kind, packed]) => {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  // Not from a Blob: in a worker of a file WebKit reads none.
  const plain = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"));
  return new Response(plain, { headers: { "content-type": kind } });
};
const nameOf = (path) => path.replace(/^.*\//, "");
const files = new Map();
const addresses = new Map();
for (const element of document.querySelectorAll("script[data-file]")) {
  const { file, kind, carries } = element.dataset;
  const packed = [kind, element.textContent];
  element.remove();
  files.set(nameOf(file), packed);
  let content = await inflate(packed)[kind === "text/javascript" ? "text" : "blob"]();
  if (carries) {
    const carried = Object.fromEntries(carries.split(" ").map((path) => [nameOf(path), files.get(nameOf(path))]));
    content = `{
const inflate = ${inflate}, nameOf = ${nameOf}, carried = ${JSON.stringify(carried)};
self.carried = async (path) => inflate(carried[nameOf(path)]);
}
${content}`;
  } else if (kind === "text/javascript") {
    for (const [name, address] of addresses) content = content.replaceAll(`"./${name}"`, JSON.stringify(address));
  }
  addresses.set(nameOf(file), URL.createObjectURL(new Blob([content], { type: kind })));
}
const { dataset } = document.documentElement;
for (const [name, value] of Object.entries(dataset)) {
  const address = addresses.get(nameOf(value));
  if (address) dataset[name] = address;
}
// The glue and its parts name each other, which addresses that are made one after the other cannot.
globalThis.initParts = (await import(dataset.glue)).initSync;
