// Entry of the worker: a classic one, because module workers are missing in Firefox before 114.
importScripts("./wasm/worker/worker.js");

// Messages that arrive while WebAssembly is still being compiled would find nobody listening: they are kept.
const early = [];
const keep = (event) => early.push(event);
self.addEventListener("message", keep);

// In a page that is a single file the worker carries its files; else they lie beside it.
const file = self.carried ?? ((path) => fetch(new URL(path, self.location.href)));

async function start() {
  const response = await file("./check-list.json");
  if (!response.ok) throw new Error(`check-list.json: ${response.status}`);
  // The program takes it from there.
  self.checkList = await response.text();
  return wasm_bindgen({ module_or_path: file("./wasm/worker/worker_bg.wasm") });
}

start().then(
  () => {
    self.removeEventListener("message", keep);
    for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  },
  (error) => {
    // Outside of the promise, so that the page hears of it as the worker's `error` event.
    setTimeout(() => {
      throw error;
    });
  },
);
