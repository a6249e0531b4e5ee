// Starts the application of this page and keeps it usable offline. Which files belong to the page stands in the
// attributes of <html>, written by the build.
//
// Told to the application, on <html>:
//   data-offline-ready="true"  the service worker is active and has every file of this version
//   data-update="waiting"      a newer version is ready and waits for the person's consent
// and a CustomEvent `anziping:offline` on window after each change of either.
// Heard from the application: a CustomEvent `anziping:apply-update` on window, once everything is saved.
const root = document.documentElement;
const { glue, wasm, sw, list, listFirst } = root.dataset;
const located = (path) => new URL(path, document.baseURI).href;

async function start() {
  try {
    const parts = [import(located(glue)), program(), listFirst && checkList()];
    const [{ default: init }, response, text] = await Promise.all(parts);
    // The program takes it from there.
    window.checkList = text;
    await init({ module_or_path: response });
    root.dataset.boot = "done";
    document.getElementById("boot").remove();
    // Needed once the second part is there. Where this fails, the program asks again.
    if (!listFirst) (window.checkList = checkList()).catch(() => {});
  } catch (error) {
    dispatchEvent(new CustomEvent("anziping:boot-failed", { detail: String(error?.message ?? error) }));
    throw error;
  }
}

async function program() {
  // WebKit gives a fetch nothing of what it preloads, and would load the program twice side by side: there the preload
  // is given up.
  if (navigator.vendor === "Apple Computer, Inc.") document.querySelector("link[rel=preload]")?.remove();
  const response = await fetch(located(wasm), { credentials: "same-origin" }).catch(() => undefined);
  if (!response?.ok) throw new Error(`无法下载 ${wasm.split("/").pop()}（${response?.status ?? "连不上"}）`);
  return response;
}

// The desk's page needs it at once; the enterprise's after its first page.
async function checkList() {
  const response = await fetch(located(list)).catch(() => undefined);
  if (!response?.ok) throw new Error(`无法下载 ${list.split("/").pop()}（${response?.status ?? "连不上"}）`);
  return response.text();
}

function tell(name, value) {
  if (root.dataset[name] === value) return;
  if (value === undefined) delete root.dataset[name];
  else root.dataset[name] = value;
  dispatchEvent(new CustomEvent("anziping:offline"));
}

async function keepOffline() {
  // Plain http (other than localhost) has no service worker, and neither have some in-app browsers.
  const container = navigator.serviceWorker;
  // A single file is its own offline copy, and has no business with that of a site it may lie on.
  if (!container || "single" in root.dataset) return;
  if (!sw) return removeWorker(container);

  let applying = false;
  let outdated = false;
  let controlled = Boolean(container.controller);
  const address = addressOfWorker();
  let registration;

  const look = () => {
    if (registration?.waiting && registration.active) tell("update", "waiting");
    if (registration?.active?.state === "activated") askWhetherComplete(registration.active);
  };
  const follow = (worker) => worker?.addEventListener("statechange", look);
  const register = async () => {
    try {
      registration = await container.register(address, { updateViaCache: "none" });
    } catch (error) {
      // Site data blocked, a private window, some in-app browsers, a full disk: the page works, but only with the
      // network.
      registration = undefined;
      console.warn(error);
      return;
    }
    registration.addEventListener("updatefound", () => follow(registration?.installing));
    [registration.installing, registration.waiting, registration.active].forEach(follow);
    look();
  };
  await register();

  container.addEventListener("controllerchange", () => {
    if (!container.controller) {
      // A browser that makes room deletes the offline copy, and the worker with it: that is no new version. The room
      // is for what was typed, which is now written again; the copy would take all of it, and waits until the page
      // comes back to the front, or for the next start.
      controlled = false;
      registration = undefined;
      tell("offlineReady", undefined);
      return;
    }
    if (applying) {
      applying = false;
      location.reload();
    } else if (controlled) {
      // Another tab took the new version. This one still runs the old and is never reloaded without consent.
      outdated = true;
      tell("update", "waiting");
    }
    controlled = true;
  });
  addEventListener("anziping:apply-update", () => {
    if (registration?.waiting) {
      applying = true;
      registration.waiting.postMessage("apply-update");
    } else if (outdated) {
      location.reload();
    }
  });

  // The page may stay open for weeks: look for a new version when it comes back to the front, at most once an hour.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    if (!registration) {
      if (!("dirty" in root.dataset)) register();
    } else if (Date.now() - looked > 3600000) {
      looked = Date.now();
      // Offline, which is the ordinary case: there is nothing to tell.
      registration.update().catch(() => {});
    }
  });
}

// Where the browser has Trusted Types, the policy of the page takes no mere text for the address of a script. This one
// can only ever give the worker's.
function addressOfWorker() {
  const rules = { createScriptURL: () => located(sw) };
  return (window.trustedTypes?.createPolicy("anziping-offline", rules) ?? rules).createScriptURL("");
}

function askWhetherComplete(worker) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    port1.close();
    if (data === true) tell("offlineReady", "true");
  };
  worker.postMessage("complete?", [port2]);
}

// A page built without offline use (`--no-offline`, `serve --watch`) also clears away what an earlier one installed.
async function removeWorker(container) {
  const folder = located("./");
  for (const registration of await container.getRegistrations()) {
    if (registration.scope === folder) await registration.unregister();
  }
}

// In a frame of another site a person may be lured into pressing buttons that nobody sees. A page of the same origin
// could do all that without a frame, so frames of its own may hold the page.
function isFramedByStranger() {
  try {
    for (let outer = window; outer !== top; ) {
      outer = outer.parent;
      // Throws where the origin is another.
      void outer.location.href;
    }
    return false;
  } catch {
    return true;
  }
}

if (isFramedByStranger()) {
  root.dataset.boot = "framed";
  document.getElementById("boot-opening").hidden = true;
  document.getElementById("boot-framed").hidden = false;
} else if (root.dataset.boot !== "failed") {
  // Else floor.js, which runs before, has found that this browser or address will not do, and says so.
  start().then(keepOffline);
}
