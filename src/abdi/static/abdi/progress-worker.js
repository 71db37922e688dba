// Service worker of /kerja/progres/: lets the one page where progress is typed open without a network.
// It keeps that page and the static files it uses, nothing else; every other page always comes from the server.

const SHELF = "abdi-progres";
const PAGE = new URL("./", location).pathname;
const STATIC = new URL(location).searchParams.get("static");
const SERVER_IS_DOWN = new Set([502, 503, 504]);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page says what it is made of, so that a new version of a file replaces the old one here too.
self.addEventListener("message", (event) => event.waitUntil(keep(event.data.files, event.data.page)));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === PAGE && event.request.mode === "navigate") event.respondWith(page(event.request, url));
  else if (url.pathname.startsWith(STATIC)) event.respondWith(file(event.request));
});

async function keep(files, withPage) {
  const shelf = await caches.open(SHELF);
  const wanted = new Set(files.filter((one) => new URL(one).pathname.startsWith(STATIC)));
  for (const request of await shelf.keys()) {
    if (new URL(request.url).pathname !== PAGE && !wanted.has(request.url)) await shelf.delete(request);
  }
  await shelf.addAll(wanted);
  if (withPage) await remember(shelf, await fetch(PAGE, { redirect: "manual" }));
}

async function page(request, url) {
  const shelf = await caches.open(SHELF);
  try {
    const answer = await fetch(request);
    if (SERVER_IS_DOWN.has(answer.status)) return (await kept(shelf)) ?? answer;
    if (!url.search || answer.type === "opaqueredirect") await remember(shelf, answer.clone());
    return answer;
  } catch (error) {
    const copy = await kept(shelf);
    if (copy) return copy;
    throw error;
  }
}

async function file(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await caches.match(request, { cacheName: SHELF, ignoreVary: true });
    if (copy) return copy;
    throw error;
  }
}

// Sent elsewhere means signed out: then the device forgets the page.
async function remember(shelf, answer) {
  if (answer.ok) await shelf.put(PAGE, answer);
  else if (answer.type === "opaqueredirect") await shelf.delete(PAGE);
}

function kept(shelf) {
  return shelf.match(PAGE, { ignoreVary: true });
}
