// Puts each state of the queue on the board and has new calls announced, each once.
//
// live.js brings the states; while it can only take the page anew, the calls are read from the page. What stands there
// when the page opens has been called already, so a reload repeats nothing.

const STALE = 60_000; // milliseconds before the newest call: what a cut line held back is shown, and not said any more
const REST_HOUR = 3; // nobody waits then; a page that is opened anew each night cannot grow for weeks
const KEPT = 50; // of the calls announced

const board = document.querySelector("[data-live]");
const heard = new Set(calls().map((one) => one.id));

function calls() {
  return Array.from(board.querySelectorAll("[data-call]"), (row) => ({
    id: row.dataset.call,
    at: Date.parse(row.dataset.at),
    label: row.querySelector("b").textContent,
    counter: row.querySelector("span").textContent,
  }));
}

board.addEventListener("live:state", (event) => {
  event.preventDefault();
  draw(event.detail);
});
new MutationObserver(announce).observe(board, { childList: true, subtree: true });

function draw(state) {
  const [now] = state.calls;
  if (now) for (const one of board.querySelectorAll("[data-now]")) write(one, now[one.dataset.now]);
  board.querySelector("[data-calls]").replaceChildren(...state.calls.map(row));
  board.querySelectorAll("[data-foot]").forEach((one, place) => write(one, state.foot[place] ?? ""));
}

function row(call) {
  const [line, label, counter] = ["li", "b", "span"].map((name) => document.createElement(name));
  [line.dataset.call, line.dataset.at] = [call.id, call.at];
  [label.textContent, counter.textContent] = [call.label, call.counter];
  line.append(label, " ", counter);
  return line;
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function announce() {
  const shown = calls();
  const newest = Math.max(...shown.map((one) => one.at));
  for (const call of shown.reverse()) {
    if (heard.has(call.id)) continue;
    heard.add(call.id);
    if (newest - call.at <= STALE) tell(call);
  }
  for (const id of Array.from(heard).slice(0, -KEPT)) heard.delete(id);
}

function tell(call) {
  document.querySelector("[data-said-aloud]").textContent = `${call.label}, ${call.counter}`;
  document.dispatchEvent(new CustomEvent("board:call", { detail: call }));
}

// the clock on the wall, in the zone of the office whatever the device thinks

const { zone } = document.body.dataset;
const clock = document.querySelector("[data-clock]");
const face = new Intl.DateTimeFormat("id", { hour: "2-digit", minute: "2-digit", timeZone: zone, timeZoneName: "short" });
const opened = Date.now();

function hour() {
  return Number(new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: zone }).format());
}

async function tick() {
  write(clock, face.format());
  if (hour() !== REST_HOUR || Date.now() - opened < 2 * 3_600_000) return;
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload(); // never to an error page: the last state is worth more
}

setInterval(tick, 10_000);
