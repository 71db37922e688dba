// A card dropped on a cell opens the same form that choosing its name opens, with that cell filled in.
const board = document.querySelector("[data-board]");

for (const card of board.querySelectorAll("[data-seat]")) {
  card.draggable = true;
  card.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", card.dataset.seat);
    event.dataTransfer.effectAllowed = "move";
  });
}

for (const cell of board.querySelectorAll("[data-hasil]")) {
  cell.addEventListener("dragover", (event) => {
    event.preventDefault();
    cell.classList.add("is-over");
  });
  cell.addEventListener("dragleave", () => cell.classList.remove("is-over"));
  cell.addEventListener("drop", (event) => {
    event.preventDefault();
    const { hasil, perilaku } = cell.dataset;
    const asked = new URLSearchParams({ kartu: event.dataTransfer.getData("text/plain"), hasil, perilaku });
    location.assign(`${board.dataset.board}?${asked}`);
  });
}

document.querySelector("#pindah textarea")?.focus();
