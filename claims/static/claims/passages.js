// Words that somebody selects in a text go into the form that the text names in data-passages, and
// a button shows beside them. Offsets leave here as code points: a browser counts UTF-16 units.

const GAP = 8; // pixels between the words and the button

export function codePoints(text) {
  return [...text].length;
}

// What belongs to the page and not to the text (a score, say) is marked data-aside.
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("[data-aside]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

// What of a paragraph is in the range: its words, and the code points where they begin and end.
function chosenIn(paragraph, range) {
  let at = Number(paragraph.dataset.start ?? 0);
  let chosen = null;
  for (const node of textNodes(paragraph)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && from < to) {
      chosen ??= { start: at + codePoints(node.data.slice(0, from)), words: "" };
      chosen.words += node.data.slice(from, to);
      chosen.end = at + codePoints(node.data.slice(0, to));
    }
    at += codePoints(node.data);
  }
  return chosen;
}

export function chosen(text, range) {
  const parts = [...text.querySelectorAll("p")].map((each) => chosenIn(each, range)).filter(Boolean);
  const words = parts.map((each) => each.words).join("\n");
  if (!words.trim()) return null;
  return { start: parts[0].start, end: parts.at(-1).end, words };
}

function put(form, { start, end, words }) {
  const values = { start, end, words };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements[name];
    if (field) field.value = value;
  }
}

function show(buttons, range) {
  buttons.hidden = false;
  const rects = range.getClientRects();
  const last = rects[rects.length - 1] ?? range.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = buttons;
  // Bounds in per cent hold at once when a telephone is turned, before anybody hears of it.
  buttons.style.left = `max(${GAP}px, min(${last.right}px, 100% - ${width + GAP}px))`;
  buttons.style.top = `max(${GAP}px, min(${last.bottom + GAP}px, 100% - ${height + GAP}px))`;
}

const buttons = document.querySelector("[data-passage-buttons]");
const text = document.querySelector("[data-passages]");
const form = text && document.getElementById(text.dataset.passages);

function selected() {
  const selection = document.getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const found = range?.intersectsNode(text) ? chosen(text, range) : null;
  return { found, range };
}

function follow() {
  const { found, range } = selected();
  if (!found) {
    buttons.hidden = !buttons.contains(document.activeElement);
    return;
  }
  put(form, found);
  show(buttons, range);
}

if (buttons && form) {
  document.addEventListener("selectionchange", follow);
  document.addEventListener("scroll", () => buttons.hidden || follow(), { capture: true, passive: true });
  addEventListener("resize", () => buttons.hidden || follow());
  // A press must not take the selection away before it counts.
  buttons.addEventListener("pointerdown", (event) => event.preventDefault());
  // Whoever comments on the words takes them from here, or knows that there are none.
  buttons.querySelector("[data-comment-button]")?.addEventListener("click", () => {
    document.dispatchEvent(new CustomEvent("words", { detail: selected().found }));
    buttons.hidden = true;
  });
  // Other words than those selected stand elsewhere: the server looks for them.
  form.elements.words.addEventListener("input", () => put(form, { start: "", end: "", words: form.elements.words.value }));
  form.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt !== form || detail.xhr.status >= 300) return; // a refusal keeps what was typed
    put(form, { start: "", end: "", words: "" });
    document.getSelection().removeAllRanges();
    buttons.hidden = true;
  });
}
