// The map of a form: a tap, a drag or this device's own place asks the server for the same map with its pin.
// Without this module each of them sends the whole form and the page comes back; nothing here is needed.

const spot = () => document.querySelector("[data-place]");

function typed() {
  const fields = spot().querySelectorAll("input[type=hidden]");
  return new URLSearchParams(Array.from(fields, (one) => [one.name, one.value]));
}

async function ask(more, { anew = false } = {}) {
  const body = anew ? new URLSearchParams() : typed();
  Object.entries(more).forEach(([name, value]) => body.set(name, value));
  body.set("csrfmiddlewaretoken", spot().closest("form").elements.csrfmiddlewaretoken.value);
  spot().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(spot().dataset.place, { method: "POST", body });
    if (!answer.ok) throw new TypeError();
    show((await answer.json()).map);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // fetch without a network
    say("failed");
  }
  spot().removeAttribute("aria-busy");
}

function show(html) {
  const opened = spot().querySelector("details")?.open;
  const focused = document.activeElement?.closest("[data-place]") ? document.activeElement : null;
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-place]");
  spot().replaceWith(fresh);
  if (opened) spot().querySelector("details").open = true;
  if (focused?.value) spot().querySelector(`[name="${focused.name}"][value="${focused.value}"]`)?.focus();
  prepare();
  spot().dispatchEvent(new Event("input", { bubbles: true })); // the draft keeps the pin too
}

const say = (words) => {
  const said = spot().querySelector("[data-place-said]");
  said.textContent = said.dataset[words];
};

// Where on the drawing, in its own units, however large it is shown.
function units(tap, event) {
  const box = tap.getBoundingClientRect();
  const size = Number(tap.getAttribute("width"));
  const along = (from, at, length) => Math.round(Math.min(Math.max((at - from) / length, 0), 1) * size);
  return [along(box.left, event.clientX, box.width), along(box.top, event.clientY, box.height)];
}

function pin(x, y) {
  spot().querySelector("[data-pin]")?.setAttribute("transform", `translate(${x} ${y})`);
}

function prepare() {
  spot().querySelector(".map")?.classList.add("is-wide");
  spot().querySelector("[data-here]").hidden = !("geolocation" in navigator);
}

document.addEventListener("pointermove", (event) => {
  if (event.buttons && event.target.matches?.(".map-tap")) pin(...units(event.target, event));
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-place] input[name=tap], [data-place] button");
  if (!button) return;
  event.preventDefault();
  if (button.closest("[data-here]")) {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => ask({ lat: coords.latitude.toFixed(6), lon: coords.longitude.toFixed(6) }, { anew: true }),
      () => say("denied"),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  } else if (button.name === "tap") {
    const byKeyboard = event.detail === 0;
    const [x, y] = byKeyboard ? [0, 0] : units(button, event);
    if (!byKeyboard) pin(x, y);
    ask({ "tap.x": x, "tap.y": y });
  } else ask({ [button.name]: button.value });
});

document.addEventListener("abdi:place", () => ask({}));
if (spot()) prepare();
