import { keep } from "./shell.js";

// The sheet of keys is the table: this script knows what can be done, and not by which key.
const sheet = document.getElementById("toetsen");
const commands = document.getElementById("opdrachten");
const notice = document.getElementById("toets-zegt");
// What was typed behind the key that searches, until its field is there; null when no field is waited for.
let ahead = null;
const arrival = new MutationObserver(() => {
  const field = fieldToSearchIn();
  if (field) enter(field);
});
const keys = new Map([...sheet.querySelectorAll("[data-key-of]")].map(key => [key.dataset.keyOf, key]));

const acts = {
  Press: event => press(last(`[aria-keyshortcuts~="${nameOf(event)}"]`)),
  Search: () => search(),
  NextRow: event => walk(event, 1),
  PreviousRow: event => walk(event, -1),
  OpenCommands: () => open(commands),
  OpenSheet: () => open(sheet),
};

document.addEventListener("keydown", event => {
  if (ahead !== null && !event.defaultPrevented && collect(event)) return;
  const act = acts[keys.get(nameOf(event))?.dataset.act];
  if (!act || event.defaultPrevented || event.isComposing) return;
  if (event.key.length === 1 && !event.ctrlKey && (lettersAreOff() || isTyping(event.target))) return;
  if (document.querySelector("dialog[open]")) {
    if (event.ctrlKey) event.preventDefault();
    return;
  }
  // A key that is held down presses once.
  if (event.repeat && act !== acts.NextRow && act !== acts.PreviousRow) return;
  if (act(event)) event.preventDefault();
});

document.addEventListener("click", event => {
  const opener = event.target.closest("[data-opens]");
  if (opener) open(document.getElementById(opener.dataset.opens));
  event.target.closest("[data-closes]")?.closest("dialog").close();
});

/** The name of what was pressed, as aria-keyshortcuts has it; a character stands for itself, however it is typed. */
function nameOf({ key, ctrlKey, altKey, metaKey, shiftKey }) {
  if (altKey || metaKey) return "";
  const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
  return (ctrlKey ? "Control+" : "") + (shiftKey && name.length > 1 ? "Shift+" : "") + name;
}

export const lettersAreOff = () => document.documentElement.dataset.letters === "uit";

const isTyping = target =>
  !!target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])");

const isUsable = one => one.checkVisibility({ visibilityProperty: true })
  && !one.matches(":disabled, [aria-disabled=true]") && !one.closest("[inert]");

const last = selector => [...document.querySelectorAll(selector)].filter(isUsable).at(-1);

// What must be answered first takes the focus, and is named; a second press lets the page say what is missing. The field that is
// left is changed before the click.
function press(control) {
  if (!control) return false;
  const needed = [...(control.closest(".aw-answers")?.querySelectorAll("[aria-required=true]") ?? [])];
  const missing = needed.find(one => !one.matches(":checked") && !one.querySelector(":checked"));
  if (missing && !missing.contains(document.activeElement)) {
    (missing.matches("input") ? missing : missing.querySelector("input")).focus();
    tell(notice.dataset.needed.replace("{0}", (missing.querySelector("legend") ?? missing.closest("label")).textContent.trim()));
    return true;
  }
  control.focus();
  control.click();
  return true;
}

function tell(text) {
  notice.textContent = text;
  setTimeout(() => { if (notice.textContent === text) notice.textContent = ""; }, 6000);
}

const fieldToSearchIn = () => last("main input[type=search]");

// On another page first to the page that searches; what is typed on the way there is for its field.
function search() {
  const field = fieldToSearchIn();
  if (field) return enter(field);
  if (!press(last('a[aria-keyshortcuts="/"]'))) return false;
  ahead = "";
  arrival.observe(document.body, { subtree: true, childList: true });
  return true;
}

function enter(field) {
  const typed = ahead;
  ahead = null;
  arrival.disconnect();
  field.focus();
  field.select();
  if (typed) {
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return true;
}

// False for a key that is not for the field: then nobody waits for one any more.
function collect(event) {
  const { key } = event;
  const isCharacter = key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (isTyping(event.target) || !(isCharacter || key === "Backspace" || key === "Shift")) {
    ahead = null;
    arrival.disconnect();
    return false;
  }
  if (isCharacter) ahead += key;
  else if (key === "Backspace") ahead = ahead.slice(0, -1);
  event.preventDefault();
  return true;
}

// Arrows scroll the page until the focus is in the list, or just above it.
function walk(event, by) {
  const rows = [...document.querySelectorAll(
    "main tbody th a[href], main .aw-resume a[href], main .aw-candidates :is(button, .aw-link-button[href])")].filter(isUsable);
  const at = rows.findIndex(row => (row.closest("tr, li") ?? row).contains(document.activeElement));
  if (at < 0 && event.key.length > 1 && !event.target.closest(".aw-toolbar, .aw-search")) return false;
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  row?.focus();
  return !!row || at >= 0;
}

function open(dialog) {
  document.querySelector("dialog[open]")?.close();
  if (dialog === commands) list("");
  dialog.showModal();
  return true;
}

// The switch of keys that are a single character.
sheet.querySelector("[data-letters]").addEventListener("change", event => {
  document.documentElement.dataset.letters = keep("letters", event.target.checked ? "aan" : "uit");
});

// The list of commands: a combobox over the page's own buttons and links, by their names. What draws the steps is none: the links
// to them are.
const field = commands.querySelector("[role=combobox]");
const listbox = commands.querySelector("[role=listbox]");
const said = commands.querySelector("[role=status]");
// What has a key comes first, the page's rows last: there are many.
const offered = [
  "main :is(a, button)[aria-keyshortcuts]",
  "main :is(a[href], button, summary):not(tbody *, [data-commands] *, .mud-stepper *, [aria-keyshortcuts])",
  "[data-commands] a[href]",
  "header :is(a[href], button, summary)",
  "main tbody :is(a[href], button)",
];
let found = [];
let active = 0;

const all = () => offered.flatMap(kind => [...document.querySelectorAll(kind)])
  .filter(one => isUsable(one) || one.closest("[data-commands]"))
  .map(control => ({ control, name: labelOf(control) }));

function list(text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  found = all().filter(({ name }) => name && words.every(word => plain(name).includes(word)));
  field.value = text;
  listbox.replaceChildren(...found.map(optionOf));
  listbox.hidden = found.length === 0;
  field.setAttribute("aria-expanded", String(found.length > 0));
  said.textContent = found.length ? said.dataset.found.replace("{0}", found.length) : said.dataset.none;
  choose(0);
}

function optionOf({ control, name }, index) {
  const option = document.createElement("li");
  option.id = `opdracht-${index}`;
  option.role = "option";
  option.append(name);
  const key = keys.get(control.getAttribute("aria-keyshortcuts") ?? control.dataset.key?.replace(" ", "Space") ?? "");
  const pressed = key?.textContent ?? control.dataset.hint;
  if (pressed) {
    const shown = document.createElement("kbd");
    shown.textContent = pressed;
    option.append(" ", shown);
  }
  return option;
}

function labelOf(control) {
  const name = control.dataset.command ?? control.getAttribute("aria-label") ?? wordsOf(control);
  const tenant = control.closest("tr")?.querySelector(".aw-list-name")?.textContent.trim();
  return tenant ? `${name} · ${tenant}` : name;
}

// Parts that stand apart on the screen stand apart here; a sign is no word.
function wordsOf(control) {
  const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
  const words = [];
  while (texts.nextNode()) {
    if (!texts.currentNode.parentElement.closest("[aria-hidden=true], svg")) words.push(texts.currentNode.data);
  }
  return words.join(" ").replace(/[‹›]/g, "").trim().replace(/\s+/g, " ");
}

const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function choose(index) {
  if (!found.length) return field.removeAttribute("aria-activedescendant");
  active = (index + found.length) % found.length;
  [...listbox.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
  field.setAttribute("aria-activedescendant", listbox.children[active].id);
  listbox.children[active].scrollIntoView({ block: "nearest" });
}

// The dialog is closed first: it gives the focus back, and then what was chosen takes it. What was drawn anew meanwhile is the
// one of that name.
function run() {
  const chosen = found[active];
  if (!chosen) return;
  commands.close();
  if (keys.get(chosen.control.getAttribute("aria-keyshortcuts"))?.dataset.act === "Search") return search();
  press(chosen.control.isConnected ? chosen.control : all().find(({ name }) => name === chosen.name)?.control);
}

field.addEventListener("input", () => list(field.value));
field.addEventListener("keydown", event => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown") choose(active + 1);
  else if (event.key === "ArrowUp") choose(active - 1);
  else if (event.key === "Enter") run();
  else return;
  event.preventDefault();
});
listbox.addEventListener("click", event => {
  const option = event.target.closest("[role=option]");
  if (!option) return;
  choose([...listbox.children].indexOf(option));
  run();
});
