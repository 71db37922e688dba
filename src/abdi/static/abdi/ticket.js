// Tells the holder of a number once, by a vibration and two tones, that the turn is near or has come.
// live.js keeps #giliran as it is now; this watches what it says.

const place = document.getElementById("giliran");
const title = document.title;
const TONES = { near: [660, 660], called: [660, 880] }; // hertz
let told = standing();

function standing() {
  return place.querySelector("[data-standing]")?.dataset.standing ?? "";
}

function tell(what) {
  const words = place.querySelector("[data-words]").dataset.words;
  document.title = `${words} · ${title}`;
  navigator.vibrate?.(what === "called" ? [400, 200, 400] : [200]);
  sound(TONES[what]);
}

// A browser that has not been touched stays silent; the title and the page say it too.
function sound(tones) {
  const context = new AudioContext();
  if (context.state !== "running") return context.close();
  tones.forEach((frequency, number) => {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(new GainNode(context, { gain: 0.2 })).connect(context.destination);
    tone.start(context.currentTime + number * 0.35);
    tone.stop(context.currentTime + number * 0.35 + 0.25);
    if (number === tones.length - 1) tone.onended = () => context.close();
  });
}

new MutationObserver(() => {
  const now = standing();
  if (now && now !== told) tell(now);
  if (!now) document.title = title;
  told = now;
}).observe(place, { childList: true });
