// How the panels of a replay stand is this browser's: widths in rem, what is folded, and the size of the screen.
const place = "naspelen-panelen";
const player = "[data-at][data-last]";

/** Gives the panels of a replay what was chosen here before; twice is harmless. */
export function arrange(root) {
  const chosen = read();
  for (const splitter of root.querySelectorAll("[data-splits]")) {
    const width = chosen[splitter.dataset.splits];
    if (Number.isFinite(width)) resize(splitter, width);
  }
  for (const panel of root.querySelectorAll("details[data-panel]"))
    if (chosen[folded(panel)] !== undefined) panel.open = !chosen[folded(panel)];
  for (const choice of root.querySelectorAll("input[data-kept]"))
    if (chosen[choice.dataset.kept] !== undefined) choice.checked = chosen[choice.dataset.kept] === true;
}

document.body.addEventListener("keydown", event => {
  const splitter = event.target.closest("[data-splits]");
  if (!splitter || event.altKey || event.ctrlKey || event.metaKey) return;
  const now = Number(splitter.getAttribute("aria-valuenow"));
  const to = {
    ArrowLeft: now - 1,
    ArrowRight: now + 1,
    Home: Number(splitter.getAttribute("aria-valuemin")),
    End: Number(splitter.getAttribute("aria-valuemax")),
  }[event.key];
  if (to === undefined && event.key !== "Enter") return;
  event.preventDefault();
  if (to === undefined) fold(panelOf(splitter).querySelector("summary"));
  else keep(splitter.dataset.splits, resize(splitter, to));
});

document.body.addEventListener("pointerdown", event => {
  const splitter = event.target.closest("[data-splits]");
  if (!splitter || event.button !== 0) return;
  event.preventDefault();
  splitter.focus();
  splitter.setPointerCapture(event.pointerId);
  const left = panelOf(splitter).getBoundingClientRect().left;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const move = moved => resize(splitter, (moved.clientX - left) / rem);
  splitter.addEventListener("pointermove", move);
  splitter.addEventListener("lostpointercapture", () => {
    splitter.removeEventListener("pointermove", move);
    keep(splitter.dataset.splits, Number(splitter.getAttribute("aria-valuenow")));
  }, { once: true });
});

// By mouse and by key alike; it folds or unfolds only after this.
document.body.addEventListener("click", event => {
  const panel = event.target.closest("summary")?.closest("details[data-panel]");
  if (panel && event.target.closest("summary").parentElement === panel) keep(folded(panel), panel.open);
  const full = event.target.closest("[data-fills]");
  if (full) full.setAttribute("aria-pressed", String(full.closest(player).toggleAttribute("data-full")));
});

document.body.addEventListener("change", event => {
  if (event.target.matches("input[data-kept]")) keep(event.target.dataset.kept, event.target.checked);
});

for (const root of document.querySelectorAll(player)) arrange(root);

function resize(splitter, width) {
  const least = Number(splitter.getAttribute("aria-valuemin"));
  const now = Math.round(Math.min(Math.max(width, least), Number(splitter.getAttribute("aria-valuemax"))));
  splitter.setAttribute("aria-valuenow", now);
  splitter.closest(player).style.setProperty(`--${splitter.dataset.splits}-width`, `${now}rem`);
  return now;
}

// The splitter of a folded panel is gone: the focus is where it unfolds.
function fold(summary) {
  summary.focus();
  summary.click();
}

function panelOf(splitter) {
  return document.getElementById(splitter.getAttribute("aria-controls"));
}

function folded(panel) {
  return `${panel.dataset.panel}-folded`;
}

// A browser that keeps nothing for us begins with the usual panels each time.
function read() {
  try {
    const chosen = JSON.parse(localStorage.getItem(place));
    return chosen !== null && typeof chosen === "object" ? chosen : {};
  } catch {
    return {};
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(place, JSON.stringify({ ...read(), [name]: value }));
  } catch {
    // As above.
  }
}
