// A page is drawn before it has its circuit: until then a click or a change reaches nobody. What is done meanwhile is kept here
// and done once the circuit is there, in its order, once. It is done to the very element it was meant for, or not at all: the
// same kind, name and row, of the same case at the same version, and still usable.
(() => {
  const layout = ".aw-layout";
  const rows = "tr, li";
  // What the browser or a script does by itself.
  const byItself = "a[href], form[method] [type=submit], [data-opens], [data-closes], [data-print], [data-copy], "
    + "[data-link-copied]";
  // In milliseconds: how long a page with a circuit may take to show what was pressed, and after how long waiting is said.
  const patience = 5000;
  const soon = 1000;
  const mark = "aw-niet-gedaan";
  let kept = [];
  let focused = null;
  let isLive = false;
  let isDoing = false;
  let saying;

  const watch = new MutationObserver(look);
  watch.observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["data-connected"] });
  addEventListener("click", clicked, true);
  addEventListener("submit", submitted, true);
  addEventListener("input", changed, true);
  addEventListener("change", changed, true);
  addEventListener("focusin", event => { if (!isLive) focused = memoryOf(event.target); }, true);
  addEventListener("keydown", pressed, true);
  addEventListener("pagehide", left);
  document.addEventListener("DOMContentLoaded", loaded);

  function clicked(event) {
    const control = event.target.closest?.("button, summary");
    if (isLive) {
      // Whoever goes on by hand has seen the page: what was kept is theirs to do again.
      if (event.isTrusted && !isDoing) forget();
      return;
    }
    if (!control?.closest(layout)) return;
    if (control.matches("summary")) return opened(control);
    if (control.matches(byItself)) return;
    event.preventDefault();
    const act = { ...memoryOf(control), kind: "press" };
    if (same(kept.at(-1), act)) return;
    if (!isAlone(control, act)) return say("changed");
    control.setAttribute("aria-busy", "true");
    keep(act);
  }

  // It opens by itself; the circuit's page would have it closed again.
  function opened(summary) {
    const act = { ...memoryOf(summary), kind: "open", isOpen: !summary.parentElement.open };
    kept = kept.filter(one => one.kind !== "open" || !same(one, act));
    if (isAlone(summary, act)) keep(act);
  }

  // Without a circuit it would send its fields as an address. A form that works without one says by which method.
  function submitted(event) {
    if (!isLive && event.target.closest(layout) && !event.target.hasAttribute("method")) event.preventDefault();
  }

  function changed(event) {
    const field = event.target;
    if (isLive || !field.matches?.("input, select, textarea") || !field.closest(layout)) return;
    const act = { ...memoryOf(field), kind: "fill", value: field.value, isChecked: field.checked };
    kept = kept.filter(one => one.kind !== "fill" || !same(one, act));
    if (isAlone(field, act)) keep(act);
  }

  // Keys are the business of scripts that come with the page; before those are there nobody hears them.
  function pressed(event) {
    if (document.readyState !== "loading" || event.isComposing || !event.isTrusted) return;
    if (event.target.closest?.("input, select, textarea")) return;
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    keep({ kind: "key", init: { key, code, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true } });
  }

  function loaded() {
    const keys = kept.filter(one => one.kind === "key");
    kept = kept.filter(one => one.kind !== "key");
    for (const { init } of keys) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));
    if (!document.querySelector('script[src*="blazor.web"]')) return end();
    const path = sessionStorage.getItem(mark);
    sessionStorage.removeItem(mark);
    if (path === location.pathname) say("changed");
  }

  function look() {
    if (!isLive && !document.querySelector("[data-connected]")) return;
    if (!isLive) {
      isLive = true;
      setTimeout(giveUp, patience);
    }
    isDoing = true;
    try {
      while (kept.length && done(kept[0])) kept.shift();
    } finally {
      isDoing = false;
    }
    focusAgain();
    if (!kept.length) end();
  }

  // False while its element may still come.
  function done(act) {
    if (act.path !== location.pathname + location.search) return drop();
    const found = alike(act);
    if (found.length === 0) {
      const isElsewhere = versionNow() !== null && versionNow() !== act.version;
      return isElsewhere ? drop() : false;
    }
    if (found.length > 1 || versionNow() !== act.version || !isUsable(found[0])) return drop();
    if (act.kind === "fill") fill(found[0], act);
    else if (act.kind === "open") found[0].parentElement.open = act.isOpen;
    else found[0].click();
    return true;
  }

  function fill(field, { value, isChecked }) {
    if (field.matches("[type=checkbox], [type=radio]")) {
      if (field.checked === isChecked) return;
      field.checked = isChecked;
    } else {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function focusAgain() {
    if (!focused || (document.activeElement && document.activeElement !== document.body)) return;
    const [field] = alike(focused);
    if (!field) return;
    field.focus();
    if (focused.selection && field.setSelectionRange) field.setSelectionRange(...focused.selection);
    focused = null;
  }

  // A click that follows what could not be done was meant for a page that is not there: all of it goes.
  function drop() {
    forget();
    say("changed");
    return false;
  }

  function giveUp() {
    if (kept.some(one => one.kind !== "open")) drop();
    end();
  }

  function keep(act) {
    kept.push(act);
    saying ??= setTimeout(() => { if (kept.some(one => one.kind === "press")) say("wait"); }, soon);
  }

  function forget() {
    kept = [];
    document.querySelectorAll(`${layout} button[aria-busy]`).forEach(one => one.removeAttribute("aria-busy"));
  }

  function end() {
    watch.disconnect();
    clearTimeout(saying);
    const said = document.getElementById("nog-niet");
    if (said?.textContent === said?.dataset.wait) say("none");
    isLive = true;
    focused = null;
  }

  function left() {
    if (kept.some(one => one.kind === "press")) sessionStorage.setItem(mark, location.pathname);
  }

  function say(what) {
    const said = document.getElementById("nog-niet");
    if (!said) return;
    said.textContent = said.dataset[what] ?? "";
    if (what === "changed") setTimeout(() => { said.textContent = ""; }, 10000);
  }

  function memoryOf(element) {
    const isField = element.matches("input, select, textarea");
    return {
      tag: element.localName,
      type: element.getAttribute("type"),
      id: element.id,
      name: isField ? `${element.getAttribute("name")} ${element.type === "radio" ? element.value : ""}` : nameOf(element),
      about: element.getAttribute("aria-describedby"),
      row: isField ? "" : plain(element.closest(rows)?.textContent),
      path: location.pathname + location.search,
      version: versionNow(),
      selection: element.matches("input[type=text], input[type=search], textarea")
        ? [element.selectionStart, element.selectionEnd] : null,
    };
  }

  const nameOf = element => plain(element.getAttribute("aria-label") ?? element.textContent);
  const plain = text => (text ?? "").trim().replace(/\s+/g, " ");
  const versionNow = () => document.querySelector("[data-version]")?.dataset.version ?? null;
  const parts = ["tag", "type", "id", "name", "about", "row", "path", "version"];
  const same = (one, other) => !!one && parts.every(of => one[of] === other[of]);
  const alike = act => [...document.querySelectorAll(`${layout} ${act.tag}`)]
    .filter(one => same({ ...memoryOf(one), path: act.path, version: act.version }, act));
  const isAlone = (element, act) => alike(act).length === 1;
  const isUsable = one => !one.matches(":disabled, [aria-disabled=true]") && !one.closest("[inert]")
    && one.checkVisibility({ visibilityProperty: true });
})();
