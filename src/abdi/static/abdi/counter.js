// Keys of the counter. Each presses the button, link or summary that names it in data-key, so that a key can do nothing
// that the page cannot. They can be switched off (WCAG 2.1.4), and rest while somebody types.

const OFF = "abdi:counter:keys-off";
const TYPES = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const OWN_ENTER = "a, button, summary"; // Enter is theirs while they have the focus

let isOff = localStorage.getItem(OFF) === "1";
const toggle = document.querySelector("[data-keys-switch]");

document.addEventListener("keydown", (event) => {
  if (isOff || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest(TYPES) || (event.key === "Enter" && event.target.closest(OWN_ENTER))) return;
  const key = event.key === "Enter" ? event.key : event.key.toLowerCase();
  const button = key === " " ? null : document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
  if (!button) return;
  event.preventDefault();
  press(button);
});

function press(button) {
  button.click();
  if (button.matches("summary")) button.parentElement.querySelector("input, textarea")?.focus();
}

// The second press of a slow moment is not sent; the server would refuse it anyway.
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("aria-busy") === "true") event.preventDefault();
  event.target.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});

function show() {
  toggle.textContent = isOff ? toggle.dataset.off : toggle.dataset.on;
  for (const one of document.querySelectorAll("[data-key]")) {
    if (isOff) one.removeAttribute("aria-keyshortcuts");
    else one.setAttribute("aria-keyshortcuts", one.dataset.key.toUpperCase().replace("ENTER", "Enter"));
  }
  for (const one of document.querySelectorAll("kbd")) one.hidden = isOff;
}

toggle.hidden = false;
toggle.addEventListener("click", () => {
  isOff = !isOff;
  localStorage.setItem(OFF, isOff ? "1" : "0");
  show();
});
show();

// A status that is there when the page opens is not read out; one that comes a moment later is.
const status = document.querySelector("[data-said]");
setTimeout(() => (status.textContent = status.dataset.said), 300);

const bar = document.querySelector("progress[data-runs]");
if (bar) {
  const [began, before] = [performance.now(), bar.value];
  const long = Number(bar.max);
  setInterval(() => {
    const now = before + (performance.now() - began) / 1_000;
    bar.value = now;
    bar.classList.toggle("bar-late", now > long);
  }, 1_000);
}
