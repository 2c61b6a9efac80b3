// Until somebody chooses a theme, the page has that of the system, also when it changes. Before the page is drawn.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  function follow() {
    if (!("chosen" in root.dataset)) root.dataset.theme = dark.matches ? "donker" : "licht";
  }
  follow();
  dark.addEventListener("change", follow);
})();
