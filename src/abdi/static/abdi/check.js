// The digest of a file is computed here, so that the file itself never leaves the device. Where the browser offers no
// digests (they need HTTPS), the form is sent as it is and the server computes it.

const form = document.querySelector("form[data-digest]");

form?.addEventListener("submit", async (event) => {
  const [file] = form.elements.file.files;
  if (!file || !globalThis.crypto?.subtle) return;
  event.preventDefault();
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  location.assign(form.dataset.digest.replace("SIDIK", hex));
});
