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

/** Keeps a preference for the next page; gives it back. */
export function keep(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  return value;
}

/** Keeps the theme, and gives the browser's own parts the same colours at once. */
export function rememberTheme(theme) {
  document.documentElement.dataset.theme = keep("thema", theme);
}
