// What is typed in a form with data-typed is kept in this window until it is saved: a reload, a
// lost connection, a hold that ran out or the back button bring it back. sessionStorage is the
// window's own, so that two windows never mix their texts; data-typed is the person's id, so that
// whoever signs in next in this window does not read what was typed before.

const OWN = new Set(["csrfmiddlewaretoken", "form_key", "token", "overwrite", "verdict-overwrite"]);

function place(form) {
  return `typed ${form.dataset.typed} ${new URL(form.dataset.save ?? form.action, location.href).pathname}`;
}

// Names and values as the form would send them, without what belongs to one showing of the page.
export function content(form) {
  const pairs = [...new FormData(form)].filter(([name, value]) => !OWN.has(name) && typeof value === "string");
  return JSON.stringify(pairs.map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]));
}

export function keep(form) {
  try {
    sessionStorage.setItem(place(form), content(form));
  } catch {
    // Storage is full or forbidden: the text is still in the form.
  }
}

export function forget(form) {
  sessionStorage.removeItem(place(form));
}

export function kept(form) {
  return sessionStorage.getItem(place(form));
}

function isBase(name) {
  return name.endsWith("based_on");
}

// The server stores text without its outer blanks: "Empty boxes. " typed is "Empty boxes." stored.
function typedPart(json) {
  const typed = JSON.parse(json).filter(([name]) => !isBase(name));
  return JSON.stringify(typed.map(([name, value]) => [name, value.trim()]));
}

function fill(form, pairs) {
  for (const control of form.elements) {
    if (!control.name || OWN.has(control.name) || control.type === "submit") continue;
    setControl(control, pairs.filter(([name]) => name === control.name).map(([, value]) => value));
  }
}

function setControl(control, values) {
  if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
  else if (values.length) control.value = values[0];
}

// Returns whether the form now shows something that is not saved. The base comes back with the
// text: if another window saved meanwhile, saving this is stale and shows the difference.
export function restore(form) {
  const json = kept(form);
  if (!json || typedPart(json) === typedPart(content(form))) {
    forget(form);
    return false;
  }
  fill(form, JSON.parse(json));
  form.closest("details")?.setAttribute("open", "");
  for (const part of form.querySelectorAll("details")) part.open = true; // what came back is in sight
  const note = document.createElement("p");
  note.className = "notice";
  note.setAttribute("role", "status");
  note.textContent = form.dataset.restored;
  form.prepend(note);
  return true;
}

// A page that refused what was typed shows it already, with the reason.
function isRefused(form) {
  return form.querySelector("[data-clash], .errorlist") !== null;
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-typed]")) keep(form);
});

// Stored at last: htmx brought the answer of a form that was taken. The answer has replaced the form
// by now, and the event's own element is what stood around it.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.requestConfig?.elt;
  if (event.detail.successful && form?.matches?.("[data-typed]")) forget(form);
});

document.addEventListener("click", (event) => {
  const take = event.target.closest("[data-take]");
  if (take) takeStored(take);
  const drop = event.target.closest("[data-drop]");
  if (drop) forget(drop.closest("form") ?? document.getElementById(drop.dataset.drop));
});

// A stored value taken over into the form, from the list of what differs.
function takeStored(button) {
  const form = button.form;
  const stored = JSON.parse(button.dataset.value);
  const values = (Array.isArray(stored) ? stored : [stored]).map(String);
  for (const control of form.elements) {
    if (control.name === button.dataset.take) setControl(control, values);
  }
  if (form.matches("[data-typed]")) keep(form);
  button.disabled = true;
}

export function showTakes(within) {
  for (const button of within.querySelectorAll("[data-take]")) button.hidden = false;
}

// The review is restored by its own script, which saves it as well.
for (const form of document.querySelectorAll("[data-typed]:not([data-save])")) {
  if (!isRefused(form)) restore(form);
}
showTakes(document);
// Handed in: what was typed for it is on the server.
for (const done of document.querySelectorAll("[data-reviewed]")) {
  sessionStorage.removeItem(`typed ${done.dataset.reviewed}`);
}
