// What was selected on the page that was read comes behind the #, where no server sees it.
const sent = new URLSearchParams(location.hash.slice(1)).get("text");
const field = document.querySelector("textarea[name=text]");

if (sent && field && !field.value) {
  field.value = sent;
  history.replaceState(null, "", location.pathname + location.search);
  field.focus();
}

// What is sent is measured; how long reading takes is not known, and the bar says so by having no end.
// The box is looked for each time: after a refusal the form is another one.
const boxOf = (form) => form?.querySelector?.("[data-upload]");

const show = (box, part) => {
  box.hidden = false;
  for (const name of ["sending", "reading", "failed"])
    box.querySelector(`[data-${name}]`).hidden = name !== part;
  box.querySelector("progress").hidden = part === "failed";
};

document.addEventListener("htmx:xhr:progress", ({ target, detail }) => {
  const box = boxOf(target);
  if (!box || !detail.lengthComputable) return;
  const bar = box.querySelector("progress");
  const isSent = detail.loaded === detail.total;
  show(box, isSent ? "reading" : "sending");
  if (isSent) bar.removeAttribute("value");
  else bar.value = detail.loaded / detail.total;
});
// A refusal is a page too: the form again, with what is wrong.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status !== 422) return;
  detail.shouldSwap = true;
  detail.isError = false;
});
document.addEventListener("htmx:afterRequest", ({ target }) => {
  const box = boxOf(target);
  if (box) box.hidden = true;
});
// Too large for the web server in front, an error, a connection that broke: nobody said so. Of an
// answer htmx tells this before the request is over, of none after it.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"])
  document.addEventListener(failure, ({ target }) => {
    const box = boxOf(target);
    if (box) setTimeout(() => show(box, "failed"));
  });
