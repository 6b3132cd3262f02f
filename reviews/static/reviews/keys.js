// Single keys for people who work through the queue all day. What a key does stands in the page:
// data-key names it, data-step marks the rows of j and k, data-submit the button of Ctrl+Enter.

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

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
  if (!target.matches(TYPING)) target.click();
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
  // A key that an input method is composing with belongs to it (keyCode 229 in older browsers).
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const button = document.querySelector("[data-submit]");
    if (button) {
      event.preventDefault();
      button.form.requestSubmit(button);
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
  if (document.querySelector("dialog[open]")) return;
  if (single(event.key)) event.preventDefault();
});
