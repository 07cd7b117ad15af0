// What pages can do beyond links and forms: suggestions under the search box, quotes above a matrix.
// Every page is whole without it.
(() => {
  "use strict";

  const WAIT = 180; // milliseconds of silence before a suggestion is asked for

  function suggest(input) {
    const list = document.getElementById(input.dataset.list);
    let timer = 0, asked = 0, chosen = -1;

    const options = () => [...list.children];
    const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };

    function choose(at) {
      const all = options();
      if (!all.length) return;
      chosen = (at + all.length) % all.length;
      all.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
      input.setAttribute("aria-activedescendant", all[chosen].id);
      all[chosen].scrollIntoView({ block: "nearest" });
    }

    async function ask() {
      const mine = ++asked, typed = input.value.trim();
      if (typed.length < 2) return close();
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("q", typed);
      const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
      if (mine !== asked || !answer || !answer.ok) return;
      list.innerHTML = await answer.text(); // our own template, escaped on the server
      options().forEach((option, i) => { option.id = `${list.id}-${i}`; });
      chosen = -1;
      list.hidden = !list.children.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    }

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
      if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
      if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); options()[chosen].querySelector("a").click(); }
    });
    input.form.addEventListener("focusout", (event) => { if (!input.form.contains(event.relatedTarget)) setTimeout(close, 150); });
  }

  // A cell of a matrix opens its quotes above the matrix; its own address stays a page.
  function openCells(matrix) {
    const dialog = document.createElement("dialog");
    matrix.after(dialog);
    matrix.addEventListener("click", async (event) => {
      const link = event.target.closest("a.cell-link");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      const address = new URL(link.href);
      address.searchParams.set("part", "cell");
      const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
      if (!answer || !answer.ok) { location.href = link.href; return; }
      dialog.innerHTML = await answer.text(); // our own template, escaped on the server
      dialog.setAttribute("aria-label", dialog.querySelector("h2").textContent);
      dialog.showModal();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest(".close")) dialog.close(); });
  }

  // Filters and paging change the list and the address, by htmx, without a new page around them.
  const IN_PLACE = { "hx-boost": "true", "hx-target": "#content", "hx-select": "#content", "hx-swap": "outerHTML show:window:top" };

  function stay(root) {
    if (!window.htmx || document.querySelector("main .reader, main svg[data-map]")) return;
    for (const each of root.querySelectorAll('a[rel="next"], form.filters')) {
      if (each.hasAttribute("hx-boost")) continue;
      Object.entries(IN_PLACE).forEach(([name, value]) => each.setAttribute(name, value));
      htmx.process(each);
    }
  }

  function enhance(root) {
    root.querySelectorAll("input[data-suggest]:not([role])").forEach(suggest);
    root.querySelectorAll("table[data-matrix]").forEach(openCells);
    stay(root);
  }

  enhance(document);
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.detail.target.isConnected ? event.detail.target : document.querySelector("main")));
})();
