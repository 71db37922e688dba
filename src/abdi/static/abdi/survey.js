// Answers stay on this device until they are in: typed once, sent once, also over a line that breaks.
// What makes it once is `submission`, which the server knows when the same answers come a second time.

const ALL = "abdi.survei.";
const key = ALL + location.pathname;
const form = document.querySelector("form[data-survey]");

// Nothing of an answer that is in is left to the next person at this device.
function forget() {
  Object.keys(localStorage).filter((one) => one.startsWith(ALL)).forEach((one) => localStorage.removeItem(one));
}

function keep() {
  const { csrfmiddlewaretoken, ...answers } = Object.fromEntries(new FormData(form));
  localStorage.setItem(key, JSON.stringify(answers));
}

function recall() {
  const answers = JSON.parse(localStorage.getItem(key) ?? "{}");
  for (const [name, value] of Object.entries(answers)) if (form.elements[name]) form.elements[name].value = value;
}

function draw() {
  const asked = new Set(Array.from(form.querySelectorAll(".scale input"), (one) => one.name));
  const answered = Array.from(asked).filter((name) => form.elements[name].value).length;
  const progress = form.querySelector("[data-progress]");
  const said = progress.querySelector("[data-said]");
  progress.hidden = false;
  progress.querySelector("progress").value = answered;
  said.textContent = said.dataset.said.replace("{n}", answered);
}

function send(event) {
  const cut = document.querySelector("[data-cut]");
  cut.hidden = navigator.onLine;
  if (navigator.onLine) return;
  event.preventDefault();
  addEventListener("online", () => form.requestSubmit(), { once: true });
}

if (form) {
  recall();
  draw();
  form.addEventListener("input", () => {
    keep();
    draw();
  });
  form.addEventListener("submit", send);
}
if (document.querySelector("[data-answered]")) forget();
