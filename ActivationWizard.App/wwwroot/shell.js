// A link to a field or to the content moves the focus there, on pages with a circuit and without one.
document.addEventListener("click", event => {
  const link = event.target.closest("a[data-focus]");
  const target = link && document.getElementById(link.dataset.focus);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}, true);

// Copied within the gesture itself: after a trip to the server some browsers refuse.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const said = document.getElementById(button.dataset.copied);
  said.textContent = "";
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
  said.textContent = button.dataset.says;
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) print();
});

// A menu closes as people expect: by Escape, and by a click elsewhere.
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details[data-menu][open]"))
    if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// How long until the wizard tries again. What is replayed is over: nothing is counted there.
setInterval(() => {
  for (const one of document.querySelectorAll("[data-until]")) {
    const left = Math.ceil((Date.parse(one.dataset.until) - Date.now()) / 1000);
    const isShown = left > 0 && !one.closest("[inert]");
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    one.textContent = isShown ? one.dataset.says.replace("{0}", clock) : "";
  }
}, 1000);

/** Keeps a preference for the next page; gives it back. */
export function keep(name, value) {
  const prefix = document.documentElement.dataset.cookies ?? "";
  const secure = prefix || location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${prefix}${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  return value;
}

// Both looks are in the page: the other one needs no server.
document.addEventListener("submit", event => {
  if (!event.target.matches(".aw-theme-switch")) return;
  event.preventDefault();
  const pressed = event.submitter;
  const hadFocus = document.activeElement === pressed;
  document.documentElement.dataset.theme = keep("thema", pressed.value);
  document.documentElement.dataset.chosen = "";
  if (hadFocus) event.target.querySelector(`button:not([value="${pressed.value}"])`).focus();
});

// Notices on the desktop are for whoever turned them on here: one button of the two is seen at a time.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-sets-notices]");
  if (!button) return;
  const wanted = button.dataset.setsNotices;
  const isAllowed = wanted === "uit" || (window.Notification && await Notification.requestPermission() === "granted");
  if (isAllowed) document.documentElement.dataset.notices = keep("meldingen", wanted);
  document.getElementById(button.dataset.said).textContent = isAllowed ? button.dataset.says : button.dataset.refused;
  if (isAllowed) document.querySelector(`[data-sets-notices]:not([data-sets-notices="${wanted}"])`).focus();
});

// Whoever looks at the page sees it there; the same in two windows is one notice.
let toldId;
new MutationObserver(() => {
  const news = document.querySelector("[data-news-title]");
  if (!news || news.dataset.news === toldId) return;
  toldId = news.dataset.news;
  const isWanted = document.documentElement.dataset.notices === "aan" && window.Notification?.permission === "granted";
  if (!toldId || !isWanted || document.hasFocus()) return;
  const notice = new Notification(news.dataset.newsTitle, { body: news.dataset.newsSays, tag: toldId });
  notice.addEventListener("click", () => { window.focus(); notice.close(); });
}).observe(document.body, { subtree: true, attributeFilter: ["data-news"] });
