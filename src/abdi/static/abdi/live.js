// Keeps a part of the page as it is now.
//
//   <section id="antrean" data-live="/address/of/the/stream/">…</section>
//
// Each state that arrives is a `live:state` event on the element (detail: the state). Unless a listener calls
// preventDefault(), the element is then taken anew from the page's own address. While no stream can be had, the page is asked
// every 15 s instead. What was last known always stays; [data-live-said] says whether we are connected.

const POLL = 15_000; // milliseconds
const SILENT = 40_000; // the server says something every 15 s; a cut line says nothing, not even that it is cut
const PATIENCE = 6_000; // a stream that comes back within this was not away

class Live {
  constructor(element) {
    this.element = element;
    this.wait = 5_000;
    this.seen = performance.now();
    this.isOn = null;
    this.open();
    setInterval(() => this.tick(), 1_000);
    setInterval(() => this.poll(), POLL);
    window.addEventListener("online", () => this.open());
    window.addEventListener("offline", () => this.close());
  }

  open() {
    this.source?.close();
    this.seen = performance.now();
    if (!("EventSource" in window)) return;
    this.source = new EventSource(this.element.dataset.live);
    this.source.addEventListener("open", () => this.heard());
    this.source.addEventListener("beat", () => this.heard());
    this.source.addEventListener("message", (event) => this.told(event));
    this.source.addEventListener("error", () => this.lost());
  }

  close() {
    this.source?.close();
    this.say(false);
  }

  heard() {
    this.seen = performance.now();
    this.wait = 5_000;
    this.say(true);
  }

  told(event) {
    this.heard();
    if (event.lastEventId === this.version) return;
    this.version = event.lastEventId;
    const news = new CustomEvent("live:state", { detail: JSON.parse(event.data), bubbles: true, cancelable: true });
    if (this.element.dispatchEvent(news)) this.refresh();
  }

  // CLOSED: the answer was no stream, and the browser will not ask again by itself.
  lost() {
    if (this.source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, 60_000);
  }

  get isStreaming() {
    return this.source?.readyState === EventSource.OPEN;
  }

  tick() {
    const silence = performance.now() - this.seen;
    if (this.isStreaming && silence > SILENT) this.open();
    else if (!this.isStreaming && silence > PATIENCE && !this.isPolled) this.say(false);
  }

  async poll() {
    if (!this.isStreaming) this.isPolled = await this.refresh();
  }

  // Whether the server answered.
  async refresh() {
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(this.element.id);
      if (fresh) this.element.replaceChildren(...fresh.childNodes);
      this.say(true);
      return true;
    } catch {
      this.say(false);
      return false;
    }
  }

  say(isOn) {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    const clock = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    for (const said of document.querySelectorAll("[data-live-said]")) {
      const words = document.createElement("span");
      words.className = isOn ? "badge is-ok" : "badge is-bad";
      words.textContent = isOn ? said.dataset.on : said.dataset.off.replace("%s", clock);
      said.replaceChildren(words);
    }
    this.element.dispatchEvent(new CustomEvent(isOn ? "live:on" : "live:off", { bubbles: true }));
  }
}

for (const element of document.querySelectorAll("[data-live]")) new Live(element);
