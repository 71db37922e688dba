// A report survives a cut network: what was typed stays on this device until it was sent, and is sent once
// (`submission`, made by the server). Who reports is not kept here: others may use this device too.

const KEY = "abdi.aduan";
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "name", "home", "contact", "diperiksa", "photos"]);
const LARGEST = 1600; // pixels; the server draws no larger, so a slow line need not carry more
const SMALL = 96;
const form = () => document.querySelector("form[data-complaint]");

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function keep() {
  const entries = Array.from(new FormData(form())).filter(([name, value]) => !NEVER_KEPT.has(name) && typeof value === "string");
  const draft = Object.fromEntries(entries);
  if (draft.text?.trim()) localStorage.setItem(KEY, JSON.stringify(draft));
  else localStorage.removeItem(KEY);
}

const forget = () => localStorage.removeItem(KEY);

function restore(draft) {
  for (const [name, value] of Object.entries(draft)) {
    const field = form().elements[name];
    if (field instanceof RadioNodeList) field.value = value;
    else if (field?.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
    if (value && field?.closest) field.closest("details")?.setAttribute("open", "");
  }
  form().querySelector("[data-draft]").hidden = false;
  if (draft.lat) document.dispatchEvent(new Event("abdi:place"));
}

// A smaller copy of a photograph, drawn on this device: quick to send, and without what the telephone wrote beside it.
async function smaller(file, size) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, size / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return { canvas, blob: () => new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8)) };
}

async function choose(input) {
  const chosen = new DataTransfer();
  const rows = [];
  for (const file of input.files) {
    try {
      const one = await smaller(file, LARGEST);
      const name = file.name.replace(/\.[^.]*$/, "") + ".jpg";
      chosen.items.add(new File([await one.blob()], name, { type: "image/jpeg" }));
      rows.push(row((await smaller(file, SMALL)).canvas, file.name));
    } catch {
      chosen.items.add(file); // no picture that this browser knows: the server says what is wrong with it
    }
  }
  input.files = chosen.files;
  form().querySelector("[data-previews]").replaceChildren(...rows);
}

function row(canvas, name) {
  const one = document.createElement("li");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", name);
  one.append(canvas);
  return one;
}

async function send(submitter) {
  const sent = form();
  const body = new FormData(sent, submitter);
  submitter?.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(sent.action, { method: "POST", body });
    if (answer.redirected) {
      forget();
      location.assign(answer.url);
      return;
    }
    show(await answer.text());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // fetch without a network: it stays and waits
    keep();
    const offline = form().querySelector("[data-offline]");
    offline.hidden = false;
    offline.scrollIntoView({ block: "center" });
  } finally {
    submitter?.removeAttribute("aria-busy");
  }
}

// The page as the server answers it, with the photographs that were chosen: a browser gives them to no new page.
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector("form[data-complaint]");
  if (!fresh) {
    document.querySelector("main").replaceWith(page.querySelector("main"));
    return;
  }
  for (const part of ["#id_photos", "[data-previews]"]) {
    fresh.querySelector(part).replaceWith(form().querySelector(part));
  }
  fresh.querySelector("[data-again]")?.remove();
  form().replaceWith(fresh);
  document.dispatchEvent(new Event("abdi:place"));
  const first = form().querySelector("[aria-invalid=true], .notice.is-bad, #periksa");
  first?.scrollIntoView({ block: "center" });
  first?.focus?.();
}

document.addEventListener("input", (event) => event.target.closest?.("form[data-complaint]") && keep());
document.addEventListener("change", (event) => event.target.matches?.("form[data-complaint] #id_photos") && choose(event.target));
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-draft] button")) return;
  forget();
  form().reset();
  form().querySelector("[data-draft]").hidden = true;
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-complaint]")) return;
  event.preventDefault();
  send(event.submitter);
});

const draft = kept();
if (form() && draft && !form().querySelector("[data-again]")) restore(draft);
