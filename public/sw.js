// Keeps the whole site for offline use. The build writes the version and the list of files.
//
// Nothing is cached at run time: what is offered offline is exactly one published version, every file checked
// against its hash. A captive portal's login page or a half-finished upload thus never becomes part of it.
//
// What is kept may be damaged, cut off or cleared away behind the worker. So the hash is looked at again whenever a
// file is handed out, and the network is asked wherever the kept copy fails in any way; what comes from there takes
// the place of the damaged file. Hashing all files takes less than a tenth of a second, those of one page a third of that.
//
// Kill switch: publish the folder of `cargo xtask dist --no-offline`. Its sw.js (source: sw-off.js) replaces this one
// at the next visit, deletes the caches of this folder and removes itself.
const VERSION = "__VERSION__";
const FILES = __FILES__;

const SCOPE = new URL(self.registration.scope).pathname;
// Other sites may live on the same origin, also in folders below this one: names carry the whole scope.
const PREFIX = `anziping ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const HASHES = new Map(FILES.map(([path, hash]) => [SCOPE + path, hash]));
// Some hosts show pages without their extension.
const SHELLS = new Map([
  ["", "index.html"],
  ["index.html", "index.html"],
  ["index", "index.html"],
  ["office.html", "office.html"],
  ["office", "office.html"],
]);
const BROKEN = `<!DOCTYPE html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>安自评</title>
<h1>现在打不开</h1>
<p>本机的离线副本损坏了，现在又连不上网。</p>
<p><strong>您填写和登记的内容另外存放，没有受影响。</strong></p>
<p>连上网络后<a href="">重新打开</a>，离线副本会自动修好。请不要清除浏览器数据。</p>`;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

async function install() {
  try {
    await Promise.all([...HASHES.keys()].map((address) => download(address).then((response) => keep(address, response))));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function download(address) {
  const response = await fetch(new Request(address, { cache: "reload", integrity: HASHES.get(address) }));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return direct(response);
}

// A host may redirect index.html to the folder; browsers refuse a redirected answer for a navigation.
async function direct(response) {
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.blob(), { status, statusText, headers });
}

async function keep(address, response) {
  await (await caches.open(CACHE)).put(address, response);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
      }
    })().finally(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(SCOPE)) return;
  const path = url.pathname.slice(SCOPE.length);
  const file = request.mode === "navigate" ? SHELLS.get(path) : path;
  if (file === undefined || !HASHES.has(SCOPE + file)) return;
  const answer = kept(SCOPE + file).catch(() => fetched(event, SCOPE + file));
  event.respondWith(request.mode === "navigate" ? answer.catch(broken) : answer);
});

// The kept copy, read to its end: an entry may fail in the middle of its body.
async function kept(address) {
  const response = await (await caches.open(CACHE)).match(address, { ignoreVary: true });
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (HASHES.get(address) !== `sha384-${btoa(String.fromCharCode(...digest))}`) throw new Error(`damaged: ${address}`);
  const { status, statusText, headers } = response;
  return new Response(bytes, { status, statusText, headers });
}

// Of this version, to be kept again; else whatever the host has now, which may be a newer one.
async function fetched(event, address) {
  let response;
  try {
    response = await download(address);
  } catch {
    return fetch(event.request);
  }
  event.waitUntil(keep(address, response.clone()).catch(() => {}));
  return response;
}

function broken() {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" };
  return new Response(BROKEN, { status: 503, headers });
}

self.addEventListener("message", (event) => {
  if (event.data === "apply-update") self.skipWaiting();
  if (event.data === "complete?") event.waitUntil(complete().then((answer) => event.ports[0].postMessage(answer)));
});

// Looks at every file and fetches what is damaged or gone; one that the page did not need now may be needed offline.
async function complete() {
  let takesNothing = false;
  const mend = async (address) => {
    if (await kept(address).catch(() => false)) return;
    const response = await download(address);
    takesNothing = true;
    await keep(address, response);
    await kept(address);
    takesNothing = false;
  };
  const all = async () => {
    for (const address of HASHES.keys()) await mend(address);
  };
  try {
    await all().catch((error) => {
      // Only with a network, and where not even a whole file can be kept: the store is broken and is begun anew.
      if (!takesNothing) throw error;
      return caches.delete(CACHE).then(all);
    });
    return true;
  } catch {
    return false;
  }
}
