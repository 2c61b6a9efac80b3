// Keeps what is filled in and not sent: in this tab at once, and at the server as soon as it answers. A field is kept when it
// says so (data-keep), within a form that says where (data-draft) and whose (data-person); a form without a question
// (data-question) is kept in the tab alone. What is kept is never an answer: that takes a button.
const own = "concept ";
const pause = 400;
const again = 2000;
const signedOut = 10000;
const timers = new Map();
const underWay = new Set();
// What the page before this one could not bring: once the server has it, the page begins anew with it.
const leftBehind = new Set();

document.addEventListener("input", note);
document.addEventListener("change", note);
addEventListener("pagehide", bringAllAtOnce);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") bringAllAtOnce(); });
document.addEventListener("submit", event => {
  if (event.target.getAttribute("action") !== "afmelden") return;
  // The server has what was filled in for a case; what is in this tab alone goes with the session.
  if (keys().some(isLost) && !confirm(event.target.dataset.asks)) event.preventDefault();
  else leave();
});
resume();

/** What this tab keeps of a form, by field. */
export function keptIn(address, person) {
  return read(keyOf(address, person))?.fields ?? {};
}

/** It was sent. */
export function forget(address, person) {
  sessionStorage.removeItem(keyOf(address, person));
}

function note(event) {
  const field = event.target.closest?.("[data-keep]");
  const form = field?.closest("[data-draft]");
  if (!form) return;
  const { draft: address, person, question = null } = form.dataset;
  const key = keyOf(address, person);
  const kept = read(key);
  const draft = kept?.question === question ? kept : { address, question, fields: {} };
  draft.fields[field.dataset.keep] = field.type === "checkbox" ? String(field.checked) : field.value;
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // More than a tab can keep: the field itself still has it, and says what is wrong with it when it is sent.
    return;
  }
  if (question !== null) bringLater(key, pause);
}

function bringLater(key, delay) {
  clearTimeout(timers.get(key));
  timers.set(key, setTimeout(() => bring(key), delay));
}

// One at a time for each form, so that nothing overtakes what was filled in later. What cannot be brought, because somebody was
// signed out or the server is in trouble, is kept here until it can be.
async function bring(key, isLeaving = false) {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const text = sessionStorage.getItem(key);
  const draft = text && JSON.parse(text);
  if (!draft || draft.question === null) return;
  if (underWay.has(key)) {
    bringLater(key, pause);
    return;
  }
  underWay.add(key);
  try {
    const answer = await fetch(draft.address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ question: Number(draft.question), fields: draft.fields }),
      // Goes on when the page is gone; a browser takes only so much of that.
      keepalive: isLeaving && text.length < 20000,
    });
    // Read to its end whatever it says: an answer that nobody reads keeps its connection, and there are six.
    const said = await answer.text();
    if (answer.status === 401 || answer.status >= 500) {
      bringLater(key, answer.status === 401 ? signedOut : again);
      return;
    }
    if (sessionStorage.getItem(key) === text) sessionStorage.removeItem(key);
    else bringLater(key, pause);
    if (answer.status !== 200) return;
    say(draft, said);
    if (leftBehind.delete(key)) location.reload();
  } catch {
    bringLater(key, again);
  } finally {
    underWay.delete(key);
  }
}

function bringAllAtOnce() {
  for (const key of [...timers.keys()]) bring(key, true);
}

function say(draft, text) {
  const form = document.querySelector(
    `[data-draft="${CSS.escape(draft.address)}"][data-question="${CSS.escape(draft.question)}"]`);
  const said = form?.querySelector("[data-kept]");
  if (said && said.textContent !== text) said.textContent = text;
}

// What is somebody else's is of no use here.
function resume() {
  const form = document.querySelector("[data-draft]");
  if (!form) return;
  const { draft: address, person } = form.dataset;
  for (const key of keys().filter(key => !key.startsWith(own + person + " "))) sessionStorage.removeItem(key);
  if (read(keyOf(address, person))?.question != null) leftBehind.add(keyOf(address, person));
  for (const key of keys()) bring(key);
}

function leave() {
  bringAllAtOnce();
  for (const key of keys()) sessionStorage.removeItem(key);
}

function isLost(key) {
  const { question, fields } = read(key);
  return question === null && Object.values(fields).some(value => value && value !== "false");
}

function keyOf(address, person) {
  return `${own}${person} ${address}`;
}

function keys() {
  return Object.keys(sessionStorage).filter(key => key.startsWith(own));
}

function read(key) {
  return JSON.parse(sessionStorage.getItem(key));
}
