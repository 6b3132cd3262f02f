// Comments on words of the article: chosen there they go into the form, and a comment leads to them.

const section = document.getElementById("discussion");
const about = section.querySelector("[data-about]");
const text = document.querySelector("[data-article]");

function put(form, { start, end }) {
  form.elements.start.value = start;
  form.elements.end.value = end;
}

function quote(found) {
  const form = about.closest("form");
  about.open = true;
  form.elements.article.value = text.dataset.article;
  form.elements.words.value = found.words;
  put(form, found);
}

// The article as it is marked by now: a comment just written is not on the page that was loaded.
// Its address is that of a link to it: that of a page that answered a form takes no question.
async function renew(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("div[data-article]");
  if (fresh?.dataset.article === text.dataset.article) text.replaceChildren(...fresh.childNodes);
}

function show(id) {
  const sign = document.getElementById(`place-${id}`);
  if (!sign) return false;
  for (const piece of text.querySelectorAll(".commented")) {
    piece.classList.toggle("commented--shown", piece.dataset.places.split(" ").includes(id));
  }
  sign.scrollIntoView({ block: "center" });
  sign.focus({ preventScroll: true });
  return true;
}

function showAsked() {
  const [, id] = /^#place-(\d+)$/.exec(location.hash) ?? [];
  if (id && text) show(id);
}

document.addEventListener("words", ({ detail }) => {
  if (detail && about) quote(detail);
  document.getElementById("comment-text")?.focus();
});

about?.addEventListener("input", () => put(about.closest("form"), { start: "", end: "" }));

section.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-place]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { place, article } = link.dataset;
  const isHere = document.getElementById(`place-${place}`);
  if (!isHere && article !== text?.dataset.article) return; // it is in an article to be loaded
  event.preventDefault();
  if (!isHere) await renew(link.href);
  if (show(place)) history.replaceState(history.state, "", `#place-${place}`);
  else location.assign(link.href);
});

addEventListener("hashchange", showAsked);
showAsked();
