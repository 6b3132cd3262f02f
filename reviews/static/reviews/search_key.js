// The key / goes to the search box of the header, where the page has no other use of it.

import { canTakeKey } from "./typing.js";

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.defaultPrevented || !canTakeKey(event)) return;
  const box = document.querySelector("[data-search]");
  if (!box || document.querySelector('[data-key="/"]')) return;
  box.focus();
  event.preventDefault();
});
