// The reader by keyboard: j and k from statement to statement, Enter opens one, c copies its citation, ? helps;
// a link #t12-30 selects these characters, be they a statement's or not. The page is whole without it.
(() => {
  "use strict";

  const text = document.getElementById("text");
  if (!text) return;
  const list = [...document.querySelectorAll("ol.statements a.at")];
  const keys = document.getElementById("keys");
  let now = list.findIndex((link) => link.parentElement.hasAttribute("aria-current"));

  // --- places: offsets count code points, as everywhere; the DOM counts UTF-16 units -----------------

  function placeOf(offset) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let left = offset - Number(text.dataset.start);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const points = [...node.data].length;
      if (left <= points) return [node, [...node.data].slice(0, left).join("").length];
      left -= points;
    }
    return null;
  }

  function spanOf(hash) {
    const found = /^#t(\d+)-(\d+)$/.exec(hash);
    return found && Number(found[1]) < Number(found[2]) ? [Number(found[1]), Number(found[2])] : null;
  }

  function select(start, end) {
    const from = placeOf(start), to = placeOf(end);
    if (!from || !to) return;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    from[0].parentElement.scrollIntoView({ block: "center" });
  }

  function follow() {
    const span = spanOf(location.hash);
    if (!span) return;
    const address = new URL(location.href);
    const inside = span[0] >= Number(text.dataset.start) && span[1] <= Number(text.dataset.end);
    if (!inside && !address.searchParams.has("start")) {
      address.searchParams.set("start", span[0]); // another part of a long text holds it
      address.searchParams.set("end", span[1]);
      location.replace(address);
    } else if (inside) {
      select(...span);
    }
  }

  // --- from statement to statement -------------------------------------------------------------------

  function go(step) {
    if (!list.length) return;
    list[now]?.parentElement.classList.remove("now");
    document.querySelectorAll(".m.now").forEach((mark) => mark.classList.remove("now"));
    now = now < 0 ? (step > 0 ? 0 : list.length - 1) : (now + step + list.length) % list.length;
    const link = list[now];
    link.parentElement.classList.add("now");
    link.focus({ preventScroll: true });
    link.parentElement.scrollIntoView({ block: "nearest" });
    const mark = document.getElementById(link.hash.slice(1));
    if (mark) {
      mark.querySelectorAll(".m").forEach((each) => each.classList.add("now"));
      mark.scrollIntoView({ block: "center" });
    }
  }

  function press(name) {
    const button = document.querySelector(`[data-press="${name}"]`);
    if (!button) return;
    const missing = button.form && [...button.form.elements].find((field) => field.required && !field.value);
    if (missing) missing.focus();
    else button.click();
  }

  const actions = {
    j: () => go(1),
    k: () => go(-1),
    c: () => press("c"),
    a: () => press("a"),
    x: () => press("x"),
    "?": () => keys.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, textarea, select")) return;
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  // --- citation, and who decides ---------------------------------------------------------------------

  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy"); // where the page does not come by https
      }
      button.classList.add("done");
      button.textContent = `✓ ${button.textContent.replace(/^✓ /, "")}`;
    });
  });

  // Name and key are kept for this tab alone, until it is closed.
  document.querySelectorAll("[data-keep]").forEach((field) => {
    const name = `tiengvang-${field.dataset.keep}`;
    if (!field.value) field.value = sessionStorage.getItem(name) ?? "";
    field.form.addEventListener("submit", () => sessionStorage.setItem(name, field.value));
  });

  addEventListener("hashchange", follow);
  follow();
})();
