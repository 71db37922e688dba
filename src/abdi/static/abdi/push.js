// "Kabari saya lewat peramban ini": asks the browser for a push subscription and sends it with the form around the button.

const form = document.querySelector("form[data-push-key]");
const offer = form?.querySelector("[data-push]");
const button = offer?.querySelector("button");
const said = form?.querySelector("[data-push-said]");

async function subscription() {
  const worker = await activated(await navigator.serviceWorker.register(form.dataset.pushWorker));
  const applicationServerKey = bytes(form.dataset.pushKey);
  const old = await worker.pushManager.getSubscription();
  if (old && !same(new Uint8Array(old.options.applicationServerKey), applicationServerKey)) await old.unsubscribe();
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

// `serviceWorker.ready` never comes here: this page is not in the worker's scope.
function activated(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker.state === "activated") return registration;
  return new Promise((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(registration);
      if (worker.state === "redundant") reject(new Error(worker.state));
    });
  });
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

async function follow() {
  button.disabled = true;
  said.textContent = "";
  try {
    if ((await Notification.requestPermission()) !== "granted") {
      said.textContent = said.dataset.denied;
      return;
    }
    form.elements.push.value = JSON.stringify(await subscription());
    form.elements.email.disabled = true; // one address a time
    form.submit();
  } catch {
    said.textContent = said.dataset.failed;
  } finally {
    button.disabled = false;
  }
}

if (button && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  offer.hidden = false;
  button.addEventListener("click", follow);
}
