// Progress typed without a network stays on this device and is sent, once, when there is one again.
// What makes it once is `client_id`: made here, and known to the server when the same entry comes a second time.

const ALL = "abdi.progres.";
const RETRY = 60_000; // milliseconds
const device = document.querySelector("[data-device]");
const form = document.querySelector("form[data-progress]");
const said = document.querySelector("[data-said]");
const key = ALL + device.dataset.person;
let sending = false;

const load = () => JSON.parse(localStorage.getItem(key) ?? "[]");

function save(entries) {
  if (entries.length) localStorage.setItem(key, JSON.stringify(entries));
  else localStorage.removeItem(key);
  draw(entries);
}

// Whoever used this device before leaves nothing to the next person.
function forgetOthers() {
  const others = Object.keys(localStorage).filter((one) => one.startsWith(ALL) && one !== key);
  others.forEach((one) => localStorage.removeItem(one));
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40; // RFC 9562: version 4
  bytes[8] = (bytes[8] & 0x3f) | 0x80; // and its variant
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function draw(entries) {
  device.hidden = !entries.length;
  device.querySelector("[data-count]").textContent = entries.length;
  device.querySelector("[data-list]").replaceChildren(...entries.map(row));
}

function row(entry) {
  const one = device.querySelector("[data-row]").content.cloneNode(true);
  one.querySelector("[data-text]").textContent = entry.text;
  one.querySelector("[data-named]").textContent = ` ${entry.text}`;
  one.querySelector("[data-day]").textContent = new Date(`${entry.day}T00:00`).toLocaleDateString(document.documentElement.lang);
  one.querySelector("[data-refused]").textContent = entry.refused ?? "";
  one.querySelector("[data-forget]").addEventListener("click", () => save(without([entry.client_id])));
  return one;
}

const without = (ids) => load().filter((entry) => !ids.includes(entry.client_id));

function keep(event) {
  event.preventDefault();
  if (!form.reportValidity()) return;
  const { csrfmiddlewaretoken, ...entry } = Object.fromEntries(new FormData(form));
  save([...load(), entry]);
  for (const name of ["text", "amount", "satuan"]) form.elements[name].value = "";
  form.elements.client_id.value = newId();
  form.elements.text.focus();
  said.textContent = said.dataset.kept;
  send();
}

// A refused entry waits for its author, who may ask for it to be sent again.
async function send({ refusedToo = false } = {}) {
  const entries = load().filter((entry) => refusedToo || !entry.refused);
  if (sending || !entries.length) return;
  sending = true;
  try {
    const { token } = await json(await fetch(device.dataset.token, { cache: "no-store" }));
    const results = (await json(await post(token, entries))).results;
    await took(results);
  } catch (error) {
    if (error instanceof SignedOut) device.querySelector("[data-signin]").hidden = false;
    else if (!(error instanceof TypeError)) throw error; // TypeError is fetch without a network: it stays and waits
  } finally {
    sending = false;
  }
}

class SignedOut extends Error {}

async function json(answer) {
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  if (answer.redirected || !isJson) throw answer.status < 500 ? new SignedOut() : new TypeError();
  return answer.json();
}

function post(token, entries) {
  return fetch(device.dataset.send, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ person: device.dataset.person, entries }),
  });
}

async function took(results) {
  const kept = results.filter((one) => !one.refused).map((one) => one.client_id);
  const why = new Map(results.map((one) => [one.client_id, one.refused]));
  save(without(kept).map((entry) => ({ ...entry, refused: why.get(entry.client_id) || entry.refused })));
  if (!kept.length) return;
  said.textContent = said.dataset.sent;
  await showSent();
}

// Only the list is drawn anew, so that a sentence being typed meanwhile stays.
async function showSent() {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-entries]");
  if (fresh) document.querySelector("[data-entries]")?.replaceWith(fresh);
}

// What the page is made of, for the worker to keep. On a first visit the page itself as well.
async function openWithoutNetwork() {
  const { worker, page } = device.dataset;
  await navigator.serviceWorker.register(worker, { scope: page });
  const { active } = await navigator.serviceWorker.ready;
  const parts = document.querySelectorAll("link[href], script[src], use");
  const files = Array.from(parts, (one) => one.href?.baseVal ?? one.href ?? one.src);
  const absolute = files.map((one) => new URL(one, location).href.split("#")[0]);
  active.postMessage({ files: [...new Set(absolute)], page: location.pathname === page && !location.search });
}

forgetOthers();
draw(load());
form?.addEventListener("submit", keep);
device.querySelector("[data-send-now]").addEventListener("click", () => send({ refusedToo: true }));
window.addEventListener("online", () => send());
setInterval(send, RETRY);
send();
if ("serviceWorker" in navigator) openWithoutNetwork();
