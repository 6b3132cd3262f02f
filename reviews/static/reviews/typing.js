// Whether a key is a command, or belongs to what somebody is typing.

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

// A key that an input method is composing with belongs to it (keyCode 229 in older browsers).
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

export function isTypedInto(element) {
  return element.matches(TYPING);
}

export function canTakeKey(event) {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !event.target.closest(TYPING) && !document.querySelector("dialog[open]");
}
