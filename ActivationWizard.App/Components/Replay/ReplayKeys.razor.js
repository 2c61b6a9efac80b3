/** The player's keys press its links. A field, and what scrolls by arrows itself, keeps its own. */
export function listen(root) {
  root.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, select, textarea, summary, [data-own-keys]")) return;
    const link = root.querySelector(`[data-key="${event.key}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}

/** Brings the event that is shown into sight within its list, and leaves the page where it is. */
export function follow(root) {
  const pane = root.querySelector("[data-follows]");
  const current = pane?.querySelector("[aria-current]");
  if (!current || pane.scrollHeight <= pane.clientHeight) return;
  const top = current.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  const room = pane.clientHeight - current.offsetHeight;
  if (top < pane.scrollTop + 40 || top > pane.scrollTop + room - 40) pane.scrollTop = top - room / 2;
}
