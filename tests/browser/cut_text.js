// Returns what of the page's text cannot be read: cut off by its box, spilling out of it, or out of
// the page. Texts shortened on purpose say so by an ellipsis and are whole when focused.
() => {
  const faults = [];
  const say = (element, what) => {
    const name = element.localName + (element.className ? `.${String(element.className).replaceAll(" ", ".")}` : "");
    faults.push(`${what}: ${name} “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}”`);
  };
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) faults.push(`the page scrolls sideways by ${page.scrollWidth - page.clientWidth} px`);
  const hidden = (style) => style.visibility !== "visible" || style.clipPath !== "none";
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const shortens = (style) => style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  // A list shows what is chosen in a box of its own, which no measure of the text tells of.
  const wanted = (list) => {
    const alone = list.cloneNode(false);
    alone.append(new Option(list.selectedOptions[0].label));
    alone.removeAttribute("id");
    list.after(alone);
    alone.style.cssText = "position: absolute; width: max-content; min-width: 0; max-width: none";
    const width = alone.offsetWidth;
    alone.remove();
    return width;
  };
  for (const list of document.body.querySelectorAll("select:not([multiple])")) {
    if (!list.checkVisibility() || !list.selectedOptions.length || shortens(getComputedStyle(list))) continue;
    const more = wanted(list) - list.offsetWidth;
    if (more > 1) faults.push(`${more} px of “${list.selectedOptions[0].label}” are cut off`);
  }
  // A row that may not wrap presses its last boxes over what stands beside it.
  for (const row of document.body.querySelectorAll("form, .filters, .buttons")) {
    const out = row.scrollWidth - row.clientWidth;
    if (row.checkVisibility() && out > 1 && getComputedStyle(row).overflowX === "visible" && !row.querySelector("details[open]")) {
      faults.push(`${row.className || row.localName} is ${out} px too narrow for what is in it`);
    }
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!hasText(element) || element.closest("svg, option, script, style, noscript")) continue;
    // What is folded lies elsewhere until it is opened.
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (hidden(style) || !box.width || !box.height || element.closest(".visually-hidden, .skip-link")) continue;
    const [dx, dy] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    if (style.display !== "inline" && !scrolls(style) && !shortens(style)) {
      if (dx > 1) say(element, `${dx} px wider than its box`);
      if (dy > 3 && style.overflowY === "hidden") say(element, `${dy} px taller than its box`);
    }
    let inside = false;
    for (let up = element; up && up !== page; up = up.parentElement) {
      const of = getComputedStyle(up);
      inside ||= scrolls(of) || shortens(of) || hidden(of);
    }
    if (!inside && (box.right > page.clientWidth + 1 || box.left < -1)) say(element, "outside of the page");
  }
  return faults;
}
