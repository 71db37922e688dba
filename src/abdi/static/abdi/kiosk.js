// The machine at the door: prints, goes back to the start, and says so when its line is cut.

const BEAT = 30_000; // milliseconds
const beat = document.querySelector("form[data-beat]");
const rest = document.querySelector("[data-home]");
const cut = document.querySelector("[data-cut]");
const opened = performance.now();
let touched = opened;
let isOn = true;

function home() {
  location.replace(rest.dataset.home);
}

async function ask() {
  try {
    const answer = await fetch(beat.dataset.beat, { method: "POST", body: new FormData(beat), redirect: "manual" });
    say(answer.status === 204 || answer.type === "opaqueredirect");
    if (answer.type === "opaqueredirect") home(); // shut out: the start says how to be let in again
  } catch {
    say(false);
  }
}

// What is on the screen stays while the line is cut; when it is back, the start is asked anew, unless somebody was
// filling in a form that is as good as before.
function say(now) {
  if (cut) cut.hidden = now;
  const isBack = now && !isOn;
  isOn = now;
  if (!isBack) return;
  if ("stays" in rest.dataset) touched = performance.now();
  else home();
}

function tick() {
  const now = performance.now();
  const isQuiet = now - touched > rest.dataset.after * 1000;
  const isOver = rest.dataset.life && now - opened > rest.dataset.life * 1000;
  if (isOn && (isQuiet || isOver)) home();
}

for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => (touched = performance.now()));
addEventListener("offline", () => say(false));
addEventListener("online", ask);
addEventListener("pageshow", (event) => event.persisted && home()); // from the browser's memory: somebody else's
document.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    say(false);
  } else if (event.target.dataset.sent) event.preventDefault(); // a second tap is no second number
  else event.target.dataset.sent = "1";
});
setInterval(ask, BEAT);
setInterval(tick, 1_000);

const again = document.querySelector("[data-print]");
if ("prints" in rest.dataset) {
  again.hidden = false;
  again.addEventListener("click", () => print());
  print();
}
