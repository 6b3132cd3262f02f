// Single keys for people who work through the queue all day. What a key does stands in the page:
// data-key names it, data-step marks the rows of j and k, data-submit the button of Ctrl+Enter.
// Whoever types in another form sends that one by it.

import { canTakeKey, isComposing, isTypedInto } from "./typing.js";

function steps(by) {
  const rows = [...document.querySelectorAll("[data-step]")];
  const here = rows.indexOf(document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by;
  rows[next]?.focus();
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  target.closest("details")?.setAttribute("open", "");
  target.focus();
  if (!isTypedInto(target)) target.click();
  return true;
}

function single(key) {
  if (key === "j" || key === "k") {
    steps(key === "j" ? 1 : -1);
    return true;
  }
  if (key === "?") {
    document.getElementById("keys")?.showModal();
    return true;
  }
  return press(key);
}

// Ctrl+Enter sends the form somebody is in. The review goes in from its own fields, or from where
// no form is: evidence typed beside it would be left behind.
function handIn(event) {
  const button = document.querySelector("[data-submit]");
  if (!button) return;
  event.preventDefault();
  if (event.repeat) return;
  const { form, type } = event.target;
  if (!form || form === button.form) button.form.requestSubmit(button);
  else form.requestSubmit(type === "submit" ? event.target : null);
}

function closeMenus(which) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!which(menu)) continue;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
}

document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-opens]");
  if (opens) document.getElementById(opens.dataset.opens)?.showModal();
  closeMenus((menu) => !menu.contains(event.target));
});
document.addEventListener("keydown", (event) => {
  if (isComposing(event)) return;
  if (event.key === "Escape") closeMenus(() => true);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    handIn(event);
    return;
  }
  if (event.key === "Escape" && !event.defaultPrevented && isTypedInto(event.target)) {
    if (!document.querySelector("dialog[open]")) event.target.blur();
    return;
  }
  if (canTakeKey(event) && single(event.key)) event.preventDefault();
});
