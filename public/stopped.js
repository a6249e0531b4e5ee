// Outside of the program: what happens after a fault of its own. The page stops, says so, saves nothing more, and lets
// the records be exported as they lie in the browser. The instance that has failed is not asked for anything.
//
// Heard: a CustomEvent `anziping:stopped` on window, with the report of a panic; and every error that has come through
// WebAssembly, which is one without a panic (memory, stack) or leaves the program half-way through a step.
// Told: <html data-panicked="true">, which the storage adapters look at before every write.
const root = document.documentElement;
const overlay = document.getElementById("panic");
const said = document.getElementById("panic-said");
const report = document.getElementById("panic-report");
const folder = location.pathname.slice(0, location.pathname.lastIndexOf("/") + 1);
const prefix = `anziping:${folder}:`;

function stop(text) {
  // One fault may lead to another: the first one is the one to report.
  if (root.dataset.panicked) return;
  root.dataset.panicked = "true";
  report.value = text;
  overlay.hidden = false;
  // Nothing behind the overlay can be reached any more, also not by keyboard or screen reader.
  for (const other of document.body.children) if (other !== overlay) other.inert = true;
  document.getElementById("panic-heading").focus();
}

function cameThroughWasm(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) return true;
  return /wasm-function|\.wasm[:@]|wasm:\/\//.test(String(error?.stack ?? ""));
}

function heard(error) {
  if (cameThroughWasm(error)) {
    stop(`${error.message}\n${error.stack}\n${new Date().toISOString()}\n${navigator.userAgent}\n`);
  }
}

addEventListener("anziping:stopped", (event) => stop(event.detail));
addEventListener("error", (event) => heard(event.error));
addEventListener("unhandledrejection", (event) => heard(event.reason));

// The newest text of each record that can be read at all.
async function newest() {
  const records = new Map();
  const take = (name, text) => {
    try {
      const [head, body] = text.split("\n");
      const { key, revision } = JSON.parse(head);
      JSON.parse(body);
      if (key === name && !(records.get(name)?.revision >= revision)) records.set(name, { revision, text });
    } catch {
      // Cut off in the middle of a write: another copy may be whole.
    }
  };
  try {
    for (const slot of Object.keys(localStorage)) {
      if (slot.startsWith(prefix)) take(slot.slice(prefix.length).split("|")[0], localStorage[slot]);
    }
  } catch {
    // Site data is blocked; the journal may be there.
  }
  for (const [name, text] of await journal()) take(name, text);
  return [...records].map(([key, { text }]) => ({ key, text }));
}

function journal() {
  return new Promise((done) => {
    const nothing = () => done([]);
    try {
      const opening = indexedDB.open(prefix.slice(0, -1));
      // A database that is not there is not made here.
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onerror = opening.onblocked = nothing;
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("records");
        const store = transaction.objectStore("records");
        const [keys, texts] = [store.getAllKeys(), store.getAll()];
        transaction.oncomplete = () => {
          opening.result.close();
          done(keys.result.map((key, at) => [key, texts.result[at]]));
        };
        transaction.onabort = nothing;
      };
    } catch {
      nothing();
    }
  });
}

// A backup file, as the program writes it: the settings page restores it with a preview.
async function backup() {
  const head = JSON.stringify({ app: "anziping", format: 1, made_at: new Date().toISOString(), program: "rescue" }).slice(0, -1);
  const lines = (await newest()).map((record) => `\n${JSON.stringify(record)}`).join(",");
  const text = `${head},"records":[${lines}`;
  // On plain http there is no digest; then each record still carries its own.
  const digest = await crypto.subtle?.digest("SHA-256", new TextEncoder().encode(text));
  const sum = digest ? [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("") : "";
  return `${text}\n],"sum":"${sum}"}\n`;
}

async function exportNow() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await backup()], { type: "application/json" }));
  link.download = `安自评备份-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  said.textContent = "已生成备份文件，请到浏览器的下载里确认文件在。";
}

async function copyReport() {
  report.select();
  try {
    await navigator.clipboard.writeText(report.value);
  } catch {
    // Plain http has no clipboard; the old way needs the selection.
    document.execCommand("copy");
  }
  said.textContent = "已复制出错情况。";
}

overlay.addEventListener("click", (event) => {
  const action = event.target.dataset.action;
  if (action === "export-stopped") exportNow().catch((error) => { said.textContent = `没有导出成功：${error.message}`; });
  if (action === "copy-report") copyReport();
});
