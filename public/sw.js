// Keeps the whole site for offline use. The build writes the version and the list of files.
//
// Nothing is cached at run time: what is offered offline is exactly one published version, every file checked
// against its hash. A captive portal's login page or a half-finished upload thus never becomes part of it.
//
// Kill switch: publish the folder of `cargo xtask dist --no-offline`. Its sw.js (source: sw-off.js) replaces this one
// at the next visit, deletes the caches of this folder and removes itself.
const VERSION = "__VERSION__";
const FILES = __FILES__;

const SCOPE = new URL(self.registration.scope).pathname;
// Other sites may live on the same origin, also in folders below this one: names carry the whole scope.
const PREFIX = `anziping ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const ADDRESSES = new Set(FILES.map(([path]) => SCOPE + path));
// Some hosts show pages without their extension.
const SHELLS = new Map([
  ["", "index.html"],
  ["index.html", "index.html"],
  ["index", "index.html"],
  ["office.html", "office.html"],
  ["office", "office.html"],
]);

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      FILES.map(async ([path, integrity]) => {
        const response = await fetch(new Request(SCOPE + path, { cache: "reload", integrity }));
        if (!response.ok) throw new Error(`${response.status} ${path}`);
        await cache.put(SCOPE + path, await direct(response));
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// A host may redirect index.html to the folder; browsers refuse a redirected answer for a navigation.
async function direct(response) {
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.blob(), { status, statusText, headers });
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(SCOPE)) return;
  const path = url.pathname.slice(SCOPE.length);
  const file = request.mode === "navigate" ? SHELLS.get(path) : path;
  if (file === undefined || !ADDRESSES.has(SCOPE + file)) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(SCOPE + file, { ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "apply-update") self.skipWaiting();
  if (event.data === "complete?") event.waitUntil(isComplete().then((answer) => event.ports[0].postMessage(answer)));
});

async function isComplete() {
  const kept = new Set((await (await caches.open(CACHE)).keys()).map((request) => new URL(request.url).pathname));
  return [...ADDRESSES].every((address) => kept.has(address));
}
