// The workspace while somebody reviews: keeps the hold alive, saves the draft as it is typed.
// htmx sends the requests; without script the same forms post whole pages.

const SHOWN_ERRORS = new Set([400, 403, 409]);

// A refusal is an answer with something to read, not a failure to be dropped.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (SHOWN_ERRORS.has(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// #claim scrolls the article to the claim under review, and the page with it. Only the article
// should: the claim, the clock and the forms are at the top of the page.
const mark = location.hash === "#claim" && document.getElementById("claim");
const text = mark && mark.closest(".source__text");
if (text) {
  history.replaceState(history.state, "", location.pathname + location.search);
  const above = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += above - text.clientHeight / 3;
  window.scrollTo(0, 0);
}

// --- the hold ---

const lease = document.getElementById("lease");

function beat() {
  if (!document.hidden) htmx.trigger(lease, "heartbeat");
}

function tick() {
  const clock = document.getElementById("lease-clock");
  const left = Math.floor((Date.parse(clock?.dataset.expires) - Date.now()) / 1000);
  if (Number.isNaN(left)) return;
  const shown = clock.querySelector("[data-left]");
  clock.classList.toggle("clock--short", left < 120);
  if (left > 0) {
    shown.textContent = `(${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")})`;
  } else if (clock.dataset.over) {
    shown.textContent = clock.dataset.over;
    delete clock.dataset.expires;
  }
}

if (lease) {
  setInterval(beat, Number(lease.dataset.heartbeat) * 1000);
  document.addEventListener("visibilitychange", beat);
  setInterval(tick, 1000);
}

// --- the draft ---

const review = document.getElementById("review");
let saving = false;
let leaving = false;
let waiting = null;

function setVersion(version) {
  review.elements.based_on.value = version;
}

function saved(event) {
  if (event.target !== review) return;
  const version = document.querySelector("#saved [data-version]")?.dataset.version;
  if (event.detail.successful && version) setVersion(version);
  if (!event.detail.xhr.status) {
    document.getElementById("saved").textContent = review.dataset.notSaved;
  }
  saving = false;
  if (waiting) review.requestSubmit(waiting);
}

// A submission that overtakes a running save would be based on the version before it.
function submitted(event) {
  if (saving) {
    event.preventDefault();
    waiting = event.submitter ?? review.querySelector("[data-submit]");
    return;
  }
  leaving = true;
}

if (review) {
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target !== review) return;
    if (leaving) event.preventDefault();
    else saving = true;
  });
  document.addEventListener("htmx:afterRequest", saved);
  review.addEventListener("submit", submitted);
  review.addEventListener("click", (event) => {
    const button = event.target.closest("[data-overwrite]");
    if (!button) return;
    setVersion(button.dataset.overwrite);
    htmx.trigger(review, "save");
  });
  // New evidence comes ticked: the draft has changed without anybody typing in its form.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "evidence") htmx.trigger(review, "save");
  });
}
