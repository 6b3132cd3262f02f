// A link may lead to what lies folded: it unfolds, in browsers too that do not do so by themselves.

function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  let folded = target?.closest("details:not([open])");
  if (!folded) return;
  for (; folded; folded = target.closest("details:not([open])")) folded.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", unfold);
unfold();
