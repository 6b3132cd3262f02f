// The discussion of a claim: sent and brought up to date without loading the page, which somebody
// may be typing a review in. Comments that came or changed are put in their place; a form in which
// something is typed is left alone.

import { offerNames } from "./mentions.js";
import { forget } from "./typed.js";
import { isComposing } from "./typing.js";

const QUIET = 15_000; // milliseconds between two looks when one comes back to the window
const section = document.getElementById("discussion");
const threads = () => document.getElementById("threads");
const asScript = { headers: { "HX-Request": "true" } };
let looked = Date.now();
let stamp = null;

function say(words) {
  const line = section.querySelector("[data-said]");
  line.textContent = "";
  requestAnimationFrame(() => {
    line.textContent = words;
  });
}

function isTyped(element) {
  const texts = [...element.querySelectorAll("textarea")];
  return element.contains(document.activeElement) || texts.some((text) => text.value !== text.defaultValue);
}

// Each answer masks the token of its forms anew: it is no news.
function shown(comment) {
  const copy = comment.cloneNode(true);
  for (const token of copy.querySelectorAll("[name=csrfmiddlewaretoken]")) token.remove();
  return copy.outerHTML;
}

// What the server sent of a comment, by its id: what a page has become is no measure for it.
const told = new Map([...section.querySelectorAll(".comment")].map((each) => [each.id, shown(each)]));

function putComment(fresh, thread) {
  const here = document.getElementById(fresh.id);
  if (told.get(fresh.id) === shown(fresh) && here) return false;
  if (here && isTyped(here)) return false;
  told.set(fresh.id, shown(fresh));
  const copy = document.importNode(fresh, true);
  if (here) here.replaceWith(copy);
  else thread.insertBefore(copy, thread.querySelector(":scope > .thread__tools"));
  return true;
}

function putThread(fresh) {
  const here = document.getElementById(fresh.id);
  const isOpen = here && here.classList.contains("thread--resolved") === fresh.classList.contains("thread--resolved");
  if (isOpen || (here && isTyped(here))) {
    return [...fresh.querySelectorAll(".comment")].map((each) => putComment(each, here)).some(Boolean);
  }
  for (const each of fresh.querySelectorAll(".comment")) told.set(each.id, shown(each));
  const copy = document.importNode(fresh, true);
  if (here) here.replaceWith(copy);
  else threads().querySelector(".threads").append(copy);
  return true;
}

// The threads of an answer; null in the log-in page and in those of servers that fail.
async function threadsOf(answer) {
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("threads");
}

// Returns whether anything is new. Whatever is no thread is replaced as it is.
function put(fresh) {
  for (const old of threads().querySelectorAll(":scope > p, :scope > [data-problem], .threads > .muted")) old.remove();
  threads().prepend(...[...fresh.querySelectorAll(":scope > p, :scope > [data-problem]")].map((each) => document.importNode(each, true)));
  return [...fresh.querySelectorAll(".thread")].map(putThread).some(Boolean);
}

async function look() {
  looked = Date.now();
  const answer = await fetch(section.dataset.refresh, asScript).catch(() => null);
  const fresh = answer?.ok ? await threadsOf(answer) : null;
  if (!fresh) return;
  if (put(fresh)) say(section.dataset.new);
  noteSeen();
}

function ring(unread) {
  const badge = document.querySelector("#bell [data-unread]");
  if (!badge) return;
  badge.hidden = unread === 0;
  badge.querySelector("[data-number]").textContent = unread > 99 ? "99+" : String(unread);
}

// What is before one's eyes is read.
function noteSeen() {
  if (document.hidden || !document.querySelector("#bell [data-unread]:not([hidden])")) return;
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  fetch(section.dataset.seen, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
}

// The comment a form stands in was changed or deleted by it: nothing in it is left to be typed.
function settled(comment) {
  told.delete(comment.id);
  for (const text of comment.querySelectorAll("textarea")) text.defaultValue = text.value;
}

function sent(form) {
  forget(form);
  const comment = form.closest(".comment");
  if (comment) return settled(comment);
  form.reset();
  for (const text of form.querySelectorAll("textarea")) text.value = "";
  for (const end of form.querySelectorAll("[name=start], [name=end]")) end.value = "";
  for (const part of form.querySelectorAll("details")) part.open = false;
  const key = form.elements.form_key;
  // The next comment is another one. Without https a browser has no randomUUID.
  if (key) key.value = crypto.getRandomValues(new Uint32Array(4)).join("-");
  form.closest("details:not(.thread__resolved)")?.removeAttribute("open");
}

async function send(form) {
  const body = new URLSearchParams(new FormData(form));
  const before = new Set(told.keys());
  const of = form.closest(".comment")?.id;
  const answer = await fetch(form.action, { method: "POST", body, ...asScript }).catch(() => null);
  const fresh = answer && !answer.redirected ? await threadsOf(answer) : null;
  if (!fresh) {
    say(section.dataset.failed);
    return;
  }
  say("");
  if (answer.ok) sent(form);
  if (document.activeElement && form.contains(document.activeElement)) document.activeElement.blur();
  put(fresh);
  const own = of ?? [...told.keys()].findLast((id) => !before.has(id));
  (answer.ok ? document.getElementById(own) : section.querySelector("[data-problem]"))?.scrollIntoView({ block: "nearest" });
  if (answer.ok) (form.isConnected ? form.querySelector("textarea") : document.getElementById(own))?.focus();
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-comment-form]")) return;
  event.preventDefault();
  send(event.target);
});

document.addEventListener("input", async (event) => {
  if (!event.target.matches("[data-mentions]") || event.isComposing) return;
  await offerNames(event.target, section.dataset, say).look();
});

// Before the keys of the page: there Ctrl+Enter hands in the review.
section.addEventListener("keydown", (event) => {
  const text = event.target;
  if (!text.matches("[data-mentions]") || isComposing(event)) return;
  if (offerNames(text, section.dataset, say).pressed(event)) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) text.form.requestSubmit();
  }
});

section.addEventListener("focusout", (event) => {
  if (event.target.matches("[data-mentions]")) offerNames(event.target, section.dataset, say).close();
});

// With the beat of the clock comes whether something has changed.
document.body.addEventListener("discussion", (event) => {
  ring(event.detail.unread);
  if (stamp !== event.detail.stamp) look();
  stamp = event.detail.stamp;
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && Date.now() - looked > QUIET) look();
});

noteSeen();
