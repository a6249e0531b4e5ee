// Entry of the worker: a classic one, because module workers are missing in Firefox before 114.
importScripts("./wasm/worker/worker.js");

// Messages that arrive while WebAssembly is still being compiled would find nobody listening: they are kept.
const early = [];
const keep = (event) => early.push(event);
self.addEventListener("message", keep);

async function start() {
  const response = await fetch(new URL("./check-list.json", self.location.href));
  if (!response.ok) throw new Error(`check-list.json: ${response.status}`);
  // The program takes it from there.
  self.checkList = await response.text();
  return wasm_bindgen({ module_or_path: new URL("./wasm/worker/worker_bg.wasm", self.location.href) });
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
