const dialog = document.getElementById("components-reconnect-modal");
const back = document.getElementById("verbinding-terug");
const sending = dialog.querySelector("[data-at-step]");
let wasAway = false;

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
      document.addEventListener("visibilitychange", retryWhenSeen);
      break;
    case "rejected":
      // The server no longer knows this circuit. What was confirmed is in the journal: a fresh page shows it.
      location.reload();
      break;
  }
});

// Escape would leave a page that looks alive and is not.
dialog.addEventListener("cancel", event => event.preventDefault());
dialog.querySelector("[data-reconnect]").addEventListener("click", reconnect);
dialog.querySelector("[data-resume]").addEventListener("click", resume);

async function reconnect() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) returned();
    else location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen);
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) returned();
    else location.reload();
  } catch {
    dialog.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

function retryWhenSeen() {
  if (document.visibilityState === "visible") reconnect();
}

function returned() {
  if (dialog.open) dialog.close();
  if (!wasAway) return;
  wasAway = false;
  back.textContent = back.dataset.text;
  setTimeout(() => { back.textContent = ""; }, 6000);
}
