// What was selected on the page that was read comes behind the #, where no server sees it.
const sent = new URLSearchParams(location.hash.slice(1)).get("text");
const field = document.querySelector("textarea[name=text]");

if (sent && field && !field.value) {
  field.value = sent;
  history.replaceState(null, "", location.pathname + location.search);
  field.focus();
}
