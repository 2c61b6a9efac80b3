import { leave, standing } from "./SessionEnd.razor.js";
import { place } from "../focus.js";

const dialog = document.getElementById("components-reconnect-modal");
const back = document.getElementById("verbinding-terug");
const sending = dialog.querySelector("[data-at-step]");
// In milliseconds, between two looks at a server that has no circuit for this page.
const pauses = [200, 1000, 2000, 5000];
// That a page was loaded because the one before it had lost its circuit.
const mark = "aw-verbinding-terug";
let wasAway = false;
let failures = 0;
let mending = false;

if (sessionStorage.getItem(mark)) {
  sessionStorage.removeItem(mark);
  whenLive(() => {
    tellThatItIsBack();
    if (document.activeElement === document.body) place();
  });
}

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  switch (detail.state) {
    case "show":
    case "paused":
      wasAway = true;
      sending.hidden = !location.pathname.endsWith(`/${sending.dataset.atStep}`);
      if (!dialog.open) dialog.showModal();
      break;
    case "hide":
      returned();
      break;
    case "failed":
      mend();
      document.addEventListener("visibilitychange", retryWhenSeen);
      break;
    case "rejected":
      // The server no longer knows this circuit. What was confirmed is in the journal: a fresh page shows it.
      begin();
      break;
  }
});

document.addEventListener("aw-no-circuit", ({ detail }) => {
  failures++;
  mend(detail);
});

// A connection that could not be made: the session may be over, or this page belongs to an instance that is gone. Where the
// server answers, a fresh page shows what was confirmed, and begins with what was filled in; until then it is looked at again.
async function mend({ tries = 0, otherWay } = {}) {
  if (mending) return;
  mending = true;
  const isFirst = !document.querySelector("[data-connected]");
  for (let look = 0; isFirst || wasAway || look === 0; look++) {
    await new Promise(ready => setTimeout(ready, pauses[Math.min(look + tries, pauses.length - 1)]));
    const found = await standing();
    if (found === "over") return leave();
    // A circuit may come back by itself: the framework tries as well, and is the first to know.
    if (found === "here" && (isFirst || failures > 1 || look > 1)) {
      if (isFirst) otherWay?.();
      return begin();
    }
    if (isFirst && !dialog.open) {
      dialog.classList.add("components-reconnect-show");
      dialog.showModal();
    }
  }
  mending = false;
}

// Escape would leave a page that looks alive and is not.
dialog.addEventListener("cancel", event => event.preventDefault());
dialog.querySelector("[data-reconnect]").addEventListener("click", reconnect);
dialog.querySelector("[data-resume]").addEventListener("click", resume);

async function reconnect() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) returned();
    else begin();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen);
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) returned();
    else begin();
  } catch {
    dialog.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

function retryWhenSeen() {
  if (document.visibilityState === "visible") reconnect();
}

function returned() {
  failures = 0;
  if (dialog.open) dialog.close();
  if (!wasAway) return;
  wasAway = false;
  tellThatItIsBack();
}

function tellThatItIsBack() {
  back.textContent = back.dataset.text;
  setTimeout(() => { back.textContent = ""; }, 6000);
}

// Whoever lost the connection is told on the fresh page that it is back, and goes on where there is something to read. A page
// that never had a circuit is told nothing.
function begin() {
  if (wasAway) sessionStorage.setItem(mark, "1");
  location.reload();
}

function whenLive(then) {
  const isLive = () => document.querySelector("[data-connected]");
  if (isLive()) return then();
  const watch = new MutationObserver(() => {
    if (!isLive()) return;
    watch.disconnect();
    then();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-connected"] });
}
