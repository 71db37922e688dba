// Where the device is, for the arrival form: asked once, shown before it is sent, and never needed to send it.

const form = document.querySelector("form[data-arrival]");
const says = form?.querySelector("[data-position]");

function say(words) {
  says.querySelector("span").textContent = words;
}

function found({ coords }) {
  form.elements.latitude.value = coords.latitude.toFixed(6);
  form.elements.longitude.value = coords.longitude.toFixed(6);
  say(`${says.dataset.found} ${Math.round(coords.accuracy)} m`);
}

if (says && "geolocation" in navigator) {
  say(says.dataset.waiting);
  const options = { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 };
  navigator.geolocation.getCurrentPosition(found, () => say(says.dataset.refused), options);
}
