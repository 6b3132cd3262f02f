// Copies a text of the page, such as a hash: data-copy is its id. Without a clipboard there is no
// button. The part with the button is renewed while a report is built, so the page listens.

function show() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  button.textContent = button.dataset.copied;
}

show();
document.addEventListener("htmx:afterSettle", show);
document.addEventListener("click", copy);
