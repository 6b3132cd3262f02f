// Rows of the queue are chosen by key and by mouse, and stay chosen when the list is replaced.

import { canTakeKey } from "./typing.js";

const ACTS = { e: "dismiss", a: "assign", t: "tag", s: "snooze", b: "boost" };
const list = () => document.getElementById("queue-list");
const boxes = () => [...list().querySelectorAll('[name="items"]')];
let last = null; // the row chosen last, where a range begins
let stepped = null; // the row that had the focus last
let kept = null; // what was chosen and where, while htmx replaces the list

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  const shown = document.querySelector("[data-chosen]");
  if (shown) shown.textContent = chosen;
  const all = list().querySelector("[data-all]");
  if (all) {
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
  }
}

function range(to, checked) {
  const rows = boxes();
  const [from, end] = [rows.findIndex((box) => box.value === last), rows.indexOf(to)];
  const [low, high] = from < 0 ? [end, end] : [Math.min(from, end), Math.max(from, end)];
  for (const box of rows.slice(low, high + 1)) box.checked = checked;
}

function choose(box, shift) {
  if (shift) range(box, box.checked);
  last = box.value;
  count();
}

function boxHere() {
  return document.activeElement?.closest("tr")?.querySelector('[name="items"]');
}

function start(act) {
  const form = document.getElementById("bulk");
  if (!form) return false;
  const here = boxHere();
  if (here && !boxes().some((box) => box.checked)) {
    here.checked = true;
    choose(here, false);
  }
  form.elements.act.value = act;
  form.querySelector(`.bulk__for--${act} :is(select, input)`)?.focus();
  return true;
}

function onKey(event) {
  if (!canTakeKey(event)) return;
  const box = boxHere();
  if (event.key.toLowerCase() === "x" && box) {
    box.checked = !box.checked;
    choose(box, event.shiftKey);
    event.preventDefault();
  } else if (ACTS[event.key] && start(ACTS[event.key])) {
    event.preventDefault();
  }
}

// Who asks for what came goes on with the row they were on.
function isAtNews() {
  return document.getElementById("queue-news")?.contains(document.activeElement);
}

function remember() {
  const links = [...list().querySelectorAll("[data-step]")];
  const here = document.activeElement?.closest("tr")?.querySelector("[data-step]");
  kept = {
    chosen: new Set(boxes().filter((box) => box.checked).map((box) => box.value)),
    row: here?.closest("tr").id ?? (isAtNews() ? stepped : null),
    index: links.indexOf(here ?? links.find((link) => link.closest("tr").querySelector(":checked"))),
    left: window.scrollX,
    top: window.scrollY,
  };
}

// The list is new: rows that are still there stay chosen, and the keys go on where they were.
function goOn() {
  if (!kept) return;
  for (const box of boxes()) box.checked = kept.chosen.has(box.value);
  const links = [...list().querySelectorAll("[data-step]")];
  const same = kept.row && document.getElementById(kept.row)?.querySelector("[data-step]");
  const near = links[Math.min(Math.max(kept.index, 0), links.length - 1)];
  (same ?? near)?.focus({ preventScroll: true });
  window.scrollTo(kept.left, kept.top);
  kept = null;
  count();
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", (event) => {
  if (event.target.matches('[name="items"]')) choose(event.target, event.shiftKey);
  if (event.target.matches("[data-all]")) {
    for (const box of boxes()) box.checked = event.target.checked;
    count();
  }
});
document.addEventListener("focusin", (event) => {
  stepped = event.target.closest("#queue-list tr[id]")?.id ?? stepped;
});
document.addEventListener("htmx:beforeSwap", remember);
document.addEventListener("htmx:afterSettle", goOn);
count();
