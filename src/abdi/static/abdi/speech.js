// Numbers said aloud in Indonesian, one after the other: a chime, then "nomor antrean B nol empat dua, ke loket dua".
//
// Whoever wants something said dispatches `board:call` on the document with {label, counter}. Without an Indonesian voice
// there is the chime alone: another language's voice reads digits that nobody in the room waits for.

const DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const LONGEST = 15_000; // milliseconds; some browsers forget to say that they have finished
const NOTES = [659.25, 523.25]; // hertz: e'' and c''
const NOTE = 0.35; // seconds

// "B-042" → "B nol empat dua": digit by digit, as it stands on the slip.
export function spellLabel(label) {
  return Array.from(label.replaceAll("-", ""), (one) => DIGITS[one] ?? one).join(" ");
}

// 0 to 999 in words: 12 → "dua belas".
export function spellNumber(number) {
  if (number < 10) return DIGITS[number];
  if (number === 10) return "sepuluh";
  if (number === 11) return "sebelas";
  if (number < 20) return `${DIGITS[number - 10]} belas`;
  if (number < 100) return joined(`${DIGITS[Math.floor(number / 10)]} puluh`, number % 10);
  if (number < 200) return joined("seratus", number % 100);
  return joined(`${DIGITS[Math.floor(number / 100)]} ratus`, number % 100);
}

function joined(words, rest) {
  return rest ? `${words} ${spellNumber(rest)}` : words;
}

export function sentence({ label, counter }) {
  const place = counter.toLowerCase().replace(/\d{1,3}/g, (digits) => spellNumber(Number(digits)));
  return `nomor antrean ${spellLabel(label)}, ke ${place}`;
}

export function indonesianVoice() {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => /^id\b/i.test(voice.lang.replace("_", "-")));
}

class Announcer {
  constructor(button) {
    this.button = button;
    this.waiting = [];
    this.context = new AudioContext();
    document.addEventListener("board:call", ({ detail }) => this.announce(detail));
    document.addEventListener("pointerdown", () => this.allow());
    document.addEventListener("keydown", () => this.allow());
    this.context.addEventListener("statechange", () => this.show());
    this.show();
  }

  // A browser makes no sound before somebody touched the page, unless the device was set up to.
  get isAllowed() {
    return this.context.state === "running";
  }

  async allow() {
    if (!this.isAllowed) await this.context.resume();
  }

  show() {
    this.button.hidden = this.isAllowed;
  }

  announce(call) {
    if (!this.isAllowed) return;
    this.waiting.push(call);
    if (this.waiting.length === 1) this.next();
  }

  async next() {
    while (this.waiting.length) {
      await this.chime();
      await this.say(sentence(this.waiting[0]));
      this.waiting.shift();
    }
  }

  async chime() {
    const began = this.context.currentTime;
    const tones = NOTES.map((hertz, place) => this.tone(hertz, began + place * NOTE));
    await Promise.race([tones.at(-1), new Promise((done) => setTimeout(done, LONGEST))]);
  }

  tone(hertz, at) {
    const [source, volume] = [this.context.createOscillator(), this.context.createGain()];
    source.frequency.value = hertz;
    volume.gain.setValueAtTime(0.4, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE * 2);
    source.connect(volume).connect(this.context.destination);
    source.start(at);
    source.stop(at + NOTE * 2);
    return new Promise((done) => (source.onended = done));
  }

  say(words) {
    const voice = indonesianVoice();
    if (!voice) return null;
    const utterance = new SpeechSynthesisUtterance(words);
    [utterance.voice, utterance.lang, utterance.rate] = [voice, voice.lang, 0.9];
    return new Promise((done) => {
      const patience = setTimeout(done, LONGEST);
      utterance.onend = utterance.onerror = () => {
        clearTimeout(patience);
        done();
      };
      speechSynthesis.speak(utterance);
    });
  }
}

const button = document.querySelector("[data-sound]");
if (button && "AudioContext" in globalThis) new Announcer(button);
