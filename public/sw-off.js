// The kill switch: takes the place of sw.js in sites built with `--no-offline`, removes the caches of this folder and
// itself. Open pages stay as they are; the next visit comes from the network.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const prefix = `anziping ${new URL(self.registration.scope).pathname} `;
      for (const name of await caches.keys()) {
        if (name.startsWith(prefix)) await caches.delete(name);
      }
    })().finally(() => self.registration.unregister()),
  );
});
