// Names offered after an @ in a text: a list below it, chosen by arrow keys, Enter or Tab, or with
// the mouse. Who cannot see the list hears how many fit, and each as it is chosen. Without script
// the user name is typed.

import { isComposing } from "./typing.js";

const MOST = 8;
// What is typed of a name so far, at the end of what stands before the caret. A Latin letter
// before the sign makes it an address of e-mail.
const BEGUN = /(?<![\p{Script=Latin}\p{Nd}_+%])@([\p{L}\p{N}.+_-]{0,40})$/u;
let people = null; // asked for when the first @ is typed

async function known(url) {
  people ??= fetch(url).then((answer) => answer.json()).then((body) => body.people, () => []);
  return people;
}

function fitting(rows, typed) {
  const wanted = typed.toLowerCase();
  const fits = ([user, name]) => user.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(wanted);
  return rows.filter(fits).slice(0, MOST);
}

class Suggestions {
  constructor(text, words, say) {
    this.text = text;
    this.words = words;
    this.say = say;
    this.at = 0;
    this.list = document.createElement("ul");
    this.list.id = `${text.id}-people`;
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", words.offered);
    this.list.hidden = true;
    text.after(this.list);
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-controls", this.list.id);
    this.list.addEventListener("mousedown", (event) => this.clicked(event));
  }

  get options() {
    return [...this.list.children];
  }

  begun() {
    const { selectionStart, selectionEnd, value } = this.text;
    return selectionStart === selectionEnd ? BEGUN.exec(value.slice(0, selectionStart)) : null;
  }

  async look() {
    if (!this.begun()) return this.close();
    const rows = await known(this.words.people);
    const begun = this.begun(); // more was typed while the names came
    if (!begun) return this.close();
    return this.show(fitting(rows, begun[1]));
  }

  show(rows) {
    this.list.replaceChildren(...rows.map(([user, name], index) => this.option(user, name, index)));
    this.list.hidden = rows.length === 0;
    this.say(rows.length ? this.words.found.replace("{number}", rows.length) : this.words.none);
    if (rows.length) this.mark(0);
    else this.text.removeAttribute("aria-activedescendant");
  }

  option(user, name, index) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.dataset.user = user;
    option.setAttribute("role", "option");
    option.textContent = name === user ? `@${user}` : `${name} @${user}`;
    return option;
  }

  mark(index) {
    this.at = (index + this.options.length) % this.options.length;
    for (const [place, option] of this.options.entries()) option.setAttribute("aria-selected", String(place === this.at));
    this.text.setAttribute("aria-activedescendant", this.options[this.at].id);
  }

  close() {
    this.list.hidden = true;
    this.text.removeAttribute("aria-activedescendant");
  }

  take(option) {
    const begun = this.begun();
    if (begun) this.text.setRangeText(`@${option.dataset.user} `, begun.index, this.text.selectionStart, "end");
    this.close();
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
    this.text.focus();
  }

  clicked(event) {
    const option = event.target.closest("[role=option]");
    event.preventDefault(); // the text keeps the focus
    if (option) this.take(option);
  }

  // Returns whether the key was for the list.
  pressed(event) {
    if (this.list.hidden || isComposing(event)) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.mark(this.at + (event.key === "ArrowDown" ? 1 : -1));
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || (event.key === "Tab" && !event.shiftKey)) this.take(this.options[this.at]);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}

const lists = new WeakMap();

// Begins to offer names in a text when it is first typed in: pages bring new texts at any time.
export function offerNames(text, words, say) {
  if (!lists.has(text)) lists.set(text, new Suggestions(text, words, say));
  return lists.get(text);
}
