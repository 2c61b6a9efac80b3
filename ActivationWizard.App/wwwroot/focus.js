// The focus never falls to the page's body. When what had it goes, or can no longer be used, the focus goes to what there is to
// read now: the heading of the nearest part of the page that is still there, else what the page marks as the next thing
// (data-next), else the heading of the page. Put where there was nothing better, it goes on as soon as there is.
const isLive = () => !!document.querySelector("[data-connected]");
const isUsable = one => one.isConnected && !one.matches(":disabled")
  && !one.closest("[hidden], [inert], details:not([open]) > :not(summary)");
// What is marked "soon" stands there while the wizard is busy. A screen that is replayed is nobody's to go on with.
const next = () => {
  const marked = [...document.querySelectorAll("main [data-next]")].filter(isUsable);
  return marked.find(one => one.dataset.next === "now") ?? marked[0];
};

// What has the focus, and the parts of the page that it stands in, from the inside out.
let held = null;
let isPlacing = false;
let isForNow = false;

// The page that is on the screen, and whether somebody has been at work on it since it came.
let page = location.pathname;
let isAtWork = false;

document.addEventListener("focusin", ({ target }) => {
  // A dialog gives the focus back by itself; a page without its circuit is drawn anew, see early.js.
  if (!isLive() || target.closest("dialog")) return;
  held = { control: target, parts: partsAround(target) };
  if (isPlacing) return;
  isForNow = false;
  turn();
  isAtWork = true;
});

// A click beside everything takes the focus away as well: then there is nothing to give back.
document.addEventListener("focusout", ({ target }) => queueMicrotask(() => {
  if (held?.control !== target || document.querySelector("dialog[open]")) return;
  if (isUsable(target) && document.activeElement === document.body) held = null;
}));

document.addEventListener("close", look, true);
new MutationObserver(look).observe(document.body, {
  subtree: true, childList: true, attributeFilter: ["disabled", "hidden", "inert", "open", "data-next"],
});

function look() {
  turn();
  if (!held || document.querySelector("dialog[open]")) return;
  const isThere = isUsable(held.control);
  if (isThere && !(isForNow && next() && next() !== held.control)) return;
  // Somebody else has given it a place already.
  if (!isThere && document.activeElement !== document.body && document.activeElement !== held.control) return;
  place(isThere ? [] : held.parts);
}

/** Puts the focus on what there is to read, nearest to where it was. */
export function place(parts = []) {
  const heading = parts.map(headingOf).find(one => one && isUsable(one)) ?? next() ?? document.querySelector("main h1");
  if (!heading) return;
  isPlacing = true;
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus();
  isPlacing = false;
  isForNow = !heading.closest("section") && heading.dataset.next !== "now";
}

/** A page that came is seen from its beginning. */
export function showFromTop(heading) {
  if (heading.getBoundingClientRect().top < 0) scrollTo({ top: 0, behavior: "instant" });
}

/**
 * Its heading takes the focus, unless whoever reads it was quicker: has gone on in that page already, or is still in a field that
 * stayed.
 */
export function arriveAt(heading) {
  showFromTop(heading);
  turn();
  const at = document.activeElement;
  if (!at?.matches("main :is(input, select, textarea, summary)") && !(isAtWork && at?.closest("main"))) heading.focus();
}

function turn() {
  if (page === location.pathname) return;
  page = location.pathname;
  isAtWork = false;
}

function partsAround(control) {
  const parts = [];
  for (let part = control; part; part = part.parentElement?.closest("main section[aria-labelledby]"))
    if (part.matches("main section[aria-labelledby]")) parts.push(part);
  return parts;
}

const headingOf = part => part.isConnected ? document.getElementById(part.getAttribute("aria-labelledby")) : null;
