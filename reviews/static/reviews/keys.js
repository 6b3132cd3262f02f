// Single keys for people who work through the queue all day. What a key does stands in the page:
// data-key names it, data-step marks the rows of j and k, data-submit the button of Ctrl+Enter.

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

document.addEventListener("keydown", (event) => {
  if (isComposing(event)) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const button = document.querySelector("[data-submit]");
    if (button) {
      event.preventDefault();
      button.form.requestSubmit(button);
    }
    return;
  }
  if (canTakeKey(event) && single(event.key)) event.preventDefault();
});
