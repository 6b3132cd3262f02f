// An open list is kept true without losing one's place: what is said of its rows is renewed where it
// stands, rows that left are marked, and those that came are announced; the list itself does not move
// until somebody asks for it.

const news = () => document.getElementById("queue-news"); // a list shown anew brings another
const list = () => document.getElementById("queue-list");
const rows = () => [...list().querySelectorAll("tr[id]")];
const isBusy = (element) => element.contains(document.activeElement);

function address() {
  const asked = new URLSearchParams(location.search);
  asked.delete("batch");
  asked.set("seen", rows().map((row) => row.id.slice(4)).join(","));
  return `${location.pathname}?${asked}`;
}

function renewCells(row, fresh) {
  const cells = [...row.querySelectorAll("[data-live]")];
  const found = [...fresh.querySelectorAll("[data-live]")];
  cells.forEach((cell, index) => {
    const isSame = cell.innerHTML === found[index]?.innerHTML;
    if (!isSame && !isBusy(cell) && !cell.querySelector("details[open]")) cell.replaceWith(found[index]);
  });
}

function markGone(row, text) {
  if (row.classList.contains("queue__gone")) return;
  row.classList.add("queue__gone");
  const note = document.createElement("span");
  note.className = "small queue__gone-note";
  note.textContent = text;
  row.querySelector(".queue__state")?.prepend(note);
}

function markBack(row) {
  row.classList.remove("queue__gone");
  row.querySelector(".queue__gone-note")?.remove();
}

function renewRows(answer) {
  const gone = answer.querySelector("[data-gone]").dataset.gone;
  for (const row of rows()) {
    const fresh = answer.getElementById(row.id);
    if (!fresh) {
      markGone(row, gone);
      continue;
    }
    markBack(row);
    renewCells(row, fresh);
  }
}

function renewPart(id, answer) {
  const [old, fresh] = [document.getElementById(id), answer.getElementById(id)];
  if (old && fresh && !isBusy(old)) old.innerHTML = fresh.innerHTML;
}

async function ask() {
  if (document.visibilityState !== "visible" || document.querySelector(".htmx-request")) return;
  const answered = await fetch(address(), { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answered?.ok || answered.redirected) return;
  const answer = new DOMParser().parseFromString(await answered.text(), "text/html");
  if (!answer.getElementById("queue-news")) return;
  renewRows(answer);
  for (const id of ["queue-total", "queue-progress", "queue-tabs", "bell"]) renewPart(id, answer);
  const [said, here] = [answer.getElementById("queue-news"), news()];
  if (said.textContent.trim() !== here.textContent.trim() && !isBusy(here)) {
    here.innerHTML = said.innerHTML;
    window.htmx.process(here);
  }
}

setInterval(ask, 1000 * Number(news().dataset.every));
// Somebody who comes back to the tab sees how things are now.
document.addEventListener("visibilitychange", ask);
