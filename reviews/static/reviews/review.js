// The workspace while somebody reviews: the draft is saved on the server as it is typed.
// Without script the same form posts whole pages.

import { content, forget, keep, kept, restore, showTakes } from "./typed.js";

const PAUSE = 1500; // milliseconds without a key before a save
const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;
const KEEPALIVE_BYTES = 60_000; // browsers send 64 KiB after the page is gone, no more
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
const came = location.hash === "#claim";
const mark = came && document.getElementById("claim");
const text = mark && mark.closest(".source__text");
if (text) {
  history.replaceState(history.state, "", location.pathname + location.search);
  const above = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += above - text.clientHeight / 3;
  window.scrollTo(0, 0);
}
// Whoever came by a key reads on from the claim; the browser would have put them into the article.
if (came) document.getElementById("claim-title")?.focus({ preventScroll: true });

class Draft {
  constructor(form) {
    this.form = form;
    this.line = document.getElementById("saved");
    // As the server last said it holds it; of a page that refused the text it holds something else.
    this.stored = form.hasAttribute("data-refused") ? "" : content(form);
    this.saving = null;
    this.timer = 0;
    this.retry = 0; // milliseconds until the next try; 0 while the server answers
    this.stopped = this.line.querySelector("[data-clash]") !== null;
    this.sent = false;
  }

  get isChanged() {
    return content(this.form) !== this.stored;
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  changed() {
    keep(this.form);
    if (!this.stopped) this.later(PAUSE);
  }

  // Only what has changed, one save at a time; whoever asks meanwhile waits for the running one.
  async save({ leaving = false } = {}) {
    clearTimeout(this.timer);
    if (this.saving || this.stopped || this.sent || !this.isChanged) return this.saving;
    this.saving = this.post(leaving);
    try {
      await this.saving;
    } finally {
      this.saving = null;
    }
    if (this.isChanged && !this.stopped) this.later(this.retry || PAUSE);
    return undefined;
  }

  async post(leaving) {
    const body = new URLSearchParams(new FormData(this.form));
    const sent = content(this.form);
    const keepalive = leaving && body.toString().length < KEEPALIVE_BYTES;
    try {
      const answer = await fetch(this.form.dataset.save, {
        method: "POST", body, keepalive, headers: { "HX-Request": "true" },
      });
      const html = await answer.text();
      // The log-in page and the one about cookies are answers of somebody else.
      if (html.includes("data-about-draft")) this.answered(answer.status, html, sent);
      else this.failed(answer.redirected || answer.status === 403 ? "signedOut" : "retrying");
    } catch {
      this.failed("retrying");
    }
  }

  answered(status, html, sent) {
    this.line.innerHTML = html;
    showTakes(this.line);
    this.retry = 0;
    const version = this.line.querySelector("[data-version]")?.dataset.version;
    if (version === undefined) {
      // Refused. Trying the same again would be refused again: somebody has to read why.
      this.stored = sent;
      this.stopped = status !== 400;
      return;
    }
    const isWhole = content(this.form) === sent;
    this.form.elements.based_on.value = version;
    this.stored = isWhole ? content(this.form) : rebased(sent, version);
    if (isWhole) forget(this.form);
    else keep(this.form);
  }

  failed(why) {
    this.line.textContent = this.form.dataset[why];
    this.retry = Math.min(this.retry * 2 || FIRST_RETRY, LAST_RETRY);
  }

  overwrite(version) {
    this.form.elements.based_on.value = version;
    this.stored = "";
    this.stopped = false;
    this.save();
  }

  // A submission that overtakes a running save would be based on the version before it.
  async submitted(event) {
    if (event.submitter?.matches("[data-overwrite]")) {
      event.preventDefault();
      this.overwrite(event.submitter.value);
      return;
    }
    if (event.submitter?.matches("[data-save-now]")) {
      event.preventDefault();
      this.stored = "";
      this.save();
      return;
    }
    if (this.saving || this.sent) event.preventDefault();
    if (this.sent) return;
    if (!this.saving) {
      this.sent = true;
      return;
    }
    await this.saving;
    if (!this.stopped) this.form.requestSubmit(event.submitter);
  }
}

function rebased(json, version) {
  return JSON.stringify(JSON.parse(json).map(([name, value]) => [name, name === "based_on" ? version : value]));
}

const form = document.getElementById("review");
if (form) {
  const draft = new Draft(form);
  if (!draft.stopped && kept(form) && restore(form)) draft.later(0);
  document.addEventListener("input", (event) => {
    // What an input method is still composing is not typed yet; its end is another input.
    if (event.target.form === form && !event.isComposing) draft.changed();
  });
  document.addEventListener("compositionend", (event) => {
    if (event.target.form === form) draft.changed();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.form === form) draft.save();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) draft.save({ leaving: true });
  });
  window.addEventListener("pagehide", () => draft.save({ leaving: true }));
  window.addEventListener("pageshow", () => {
    draft.sent = false; // back again, or the page it was sent for never came
  });
  window.addEventListener("online", () => draft.save());
  form.addEventListener("submit", (event) => draft.submitted(event));
  // New evidence comes ticked: the draft has changed without anybody typing in its form.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "evidence") draft.changed();
  });
}
