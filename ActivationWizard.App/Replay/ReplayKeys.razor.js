import { lettersAreOff } from "../keys.js";
import { arrange } from "./ReplaySplitter.razor.js";

const player = "[data-at][data-last]";

// At the body, so that they are there with the page, and come before the keys of every page; each is for the player that it is
// pressed in.
document.body.addEventListener("keydown", event => {
  // Wherever the focus is: outside of it there is one player that it can be for.
  const root = event.target.closest(player) ?? document.querySelector(player);
  if (!root || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")
    || event.target.closest("input:not([type=range]), select, textarea, [data-own-keys]")) return;
  if (event.key === " " && event.target.closest("button, summary")) return;
  if (event.key.length === 1 && event.key !== " " && lettersAreOff()) return;
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const control = root.querySelector(`[data-key="${CSS.escape(event.shiftKey ? `Shift+${pressed}` : pressed)}"]`);
  if (!control) return;
  event.preventDefault();
  if (control.matches("textarea")) control.focus();
  else control.click();
});

document.body.addEventListener("click", event => {
  const copy = event.target.closest("[data-link-copied]");
  const root = copy?.closest(player);
  if (!root) return;
  const link = new URL(location.href);
  link.searchParams.set("stap", root.dataset.at);
  navigator.clipboard?.writeText(link.href)
    .then(() => root.querySelector("[data-copied]").textContent = copy.dataset.linkCopied);
});

// One step from where the address is, not from where the page is: of two quick presses neither is lost. Without a circuit the
// link is a link.
document.body.addEventListener("click", event => {
  const link = event.target.closest("[data-by]");
  const root = link?.closest(player);
  if (!root || event.button !== 0 || hasModifier(event) || !document.querySelector("[data-connected]")) return;
  event.preventDefault();
  const from = asked(root);
  const to = Math.min(Math.max(from + Number(link.dataset.by), 1), Number(root.dataset.last));
  if (to !== from) Blazor.navigateTo(`${location.pathname}?stap=${to}`);
});

/** Brings the event that is shown into sight within its list, and leaves the page where it is; the panels stand as chosen. */
export function follow(root) {
  arrange(root);
  const pane = root.querySelector("[data-follows]");
  const current = pane?.querySelector("[aria-current]");
  if (!current || pane.scrollHeight <= pane.clientHeight) return;
  const top = current.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  const room = pane.clientHeight - current.offsetHeight;
  if (top < pane.scrollTop + 50 || top > pane.scrollTop + room - 40) pane.scrollTop = top - room / 2;
}

function hasModifier(event) {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

function asked(root) {
  const event = Number(new URLSearchParams(location.search).get("stap"));
  return Number.isInteger(event) && event >= 1 && event <= Number(root.dataset.last) ? event : Number(root.dataset.at);
}
