const dialog = document.getElementById("sessie");
const { address, over } = dialog.dataset;
const warnsBefore = Number(dialog.dataset.warns);
let next;

dialog.querySelector("button").addEventListener("click", () => ask("POST"));
// Escape would hide that the page is about to leave.
dialog.addEventListener("cancel", event => event.preventDefault());
ask("GET");

/** Whether the server is there and the session lasts: "here", "over" or "away". */
export async function standing() {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    return answer.status === 401 ? "over" : answer.ok ? "here" : "away";
  } catch {
    return "away";
  }
}

async function ask(method) {
  clearTimeout(next);
  try {
    const answer = await fetch(address, { method, cache: "no-store" });
    if (answer.status === 401) leave();
    else if (answer.ok) plan(await answer.json());
    else again(30);
  } catch {
    again(30);
  }
}

// Another tab can have made the session longer: while the warning is there, it is looked at again and again.
function plan(left) {
  if (left > warnsBefore) {
    if (dialog.open) dialog.close();
    again(Math.min(left - warnsBefore, 24 * 3600));
  } else {
    if (!dialog.open) dialog.showModal();
    again(Math.min(left + 1, 10));
  }
}

function again(seconds) {
  next = setTimeout(() => ask("GET"), seconds * 1000);
}

/** To the sign-in, and back to this address after it. */
export function leave() {
  const here = "/" + location.href.slice(document.baseURI.length).split("#")[0];
  location.assign(new URL(`${over}?${dialog.dataset.return}=${encodeURIComponent(here)}`, document.baseURI));
}
