// Makes the server's drawings answer to the pointer, by Apache ECharts: the same figures, with tooltips, zoom and
// links. What is drawn is read off the drawing that the server made; without this the drawing stays as it is.
(() => {
  "use strict";
  if (!window.echarts) return;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = () => ({ fontFamily: getComputedStyle(document.body).fontFamily, color: colour("--ink") });
  // Tooltips are drawn, not written as markup: the page's policy allows no inline style.
  const tooltip = () => ({
    renderMode: "richText", backgroundColor: colour("--sheet"), borderColor: colour("--quiet"), padding: 10,
    textStyle: { ...font(), fontSize: 14 }, confine: true,
  });

  // Draws again at the size of its place; not where that is hidden or as large as it was: the watch tells of the
  // first size too, before anything is drawn.
  function follow(made, place) {
    new ResizeObserver(() => {
      const { clientWidth: wide, clientHeight: high } = place;
      if (!wide || !high || made.isDisposed()) return;
      if (wide !== made.getWidth() || high !== made.getHeight()) made.resize();
    }).observe(place);
  }

  // Puts a canvas in the place of a drawing, of the same size, and draws again where the window changes.
  function chart(drawing, option, height, width) {
    const place = document.createElement("div");
    place.className = "canvas";
    place.setAttribute("aria-hidden", "true");
    const box = drawing.getBoundingClientRect();
    drawing.before(place);
    place.style.height = `${height || box.height}px`;
    if (width) place.style.maxWidth = `${width}px`;
    drawing.hidden = true;
    drawing.style.display = "none";
    const made = echarts.init(place, null, { renderer: "canvas" });
    const draw = () => made.setOption({ animation: false, ...option() }, true);
    draw();
    follow(made, place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    made.on("click", (event) => { if (event.data && event.data.href) location.href = event.data.href; });
    return made;
  }

  function hatch() {
    const tile = document.createElement("canvas"), size = 7;
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    pen.fillStyle = colour("--paper");
    pen.fillRect(0, 0, size, size);
    pen.strokeStyle = colour("--hatch");
    pen.lineWidth = 1.1;
    pen.beginPath();
    for (const at of [-size, 0, size]) { pen.moveTo(at - 1, size + 1); pen.lineTo(at + size + 1, -1); }
    pen.stroke();
    return { image: tile, repeat: "repeat" };
  }

  const HATCHED = new Set(["m-none", "m-no_documents"]);

  function provincesMap(drawing) {
    const paths = [...drawing.querySelectorAll("path[data-code]")];
    const name = `map-${drawing.dataset.map}-${paths.length}`;
    const shapes = paths.map((p) => `<path name="${p.dataset.code}" d="${p.getAttribute("d")}"/>`);
    for (const island of drawing.querySelectorAll("[data-island]")) {
      for (const dot of island.querySelectorAll("circle")) {
        shapes.push(`<circle name="${island.dataset.island}" cx="${dot.getAttribute("cx")}" cy="${dot.getAttribute("cy")}" r="9"/>`);
      }
      for (const text of island.querySelectorAll("text")) {
        shapes.push(`<text x="${text.getAttribute("x")}" y="${text.getAttribute("y")}" text-anchor="middle" font-size="26" fill="#7d7d7d">${text.innerHTML}</text>`);
      }
    }
    const [, , width, height] = drawing.getAttribute("viewBox").split(" ");
    echarts.registerMap(name, { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${shapes.join("")}</svg>` });
    // The wheel and the finger keep moving the page; buttons make the map larger where a mouse can move it: a
    // finger makes the whole page larger.
    const fine = matchMedia("(pointer: fine)").matches;
    let zoom = 1;
    const option = () => ({
      textStyle: font(),
      tooltip: { ...tooltip(), trigger: "item", formatter: (at) => at.data ? `${at.data.label0}\n${at.data.words}` : "" },
      series: [{
        type: "map", map: name, left: 0, top: 0, right: 0, bottom: 0, zoom, roam: fine ? "move" : false, selectedMode: false,
        label: { show: false }, emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: colour("--ink"), borderWidth: 2 } },
        data: paths.map((p) => {
          const shade = [...p.classList].find((each) => each.startsWith("m-"));
          const fill = HATCHED.has(shade) ? hatch() : getComputedStyle(p).fill;
          const link = p.closest("a");
          return {
            name: p.dataset.code, label0: p.dataset.name, words: p.dataset.words, href: link && link.getAttribute("href"),
            itemStyle: { areaColor: fill, borderColor: colour(HATCHED.has(shade) ? "--edge" : "--sheet"), borderWidth: 0.8 },
            emphasis: { itemStyle: { areaColor: fill } },
          };
        }),
      }],
    });
    const wide = drawing.getBoundingClientRect().width;
    const made = chart(drawing, option, Math.min(wide * height / width, 736), Math.min(wide, 736 * width / height));
    if (!fine) return;
    const buttons = document.createElement("div");
    buttons.className = "zoom";
    for (const [sign, label, factor] of [["+", drawing.dataset.in, 1.6], ["−", drawing.dataset.out, 1 / 1.6]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => {
        zoom = Math.min(Math.max(zoom * factor, 1), 12);
        made.setOption({ series: [zoom === 1 ? { zoom, center: null } : { zoom }] });
      });
      buttons.append(button);
    }
    drawing.after(buttons);
  }

  const DAY = 86400000;

  function curve(drawing) {
    const steps = JSON.parse(drawing.dataset.curve), start = drawing.dataset.start;
    const written = new Intl.DateTimeFormat(drawing.dataset.lang === "vi" ? "vi" : "en-GB", { day: "2-digit", month: drawing.dataset.lang === "vi" ? "2-digit" : "short", year: "numeric", timeZone: "UTC" });
    const lag = (day) => Math.round((Date.parse(day) - Date.parse(start)) / DAY);
    const option = () => ({
      textStyle: font(),
      grid: { left: 34, right: 20, top: 12, bottom: 26 },
      tooltip: {
        ...tooltip(), trigger: "axis",
        formatter: ([at]) => at.data.names ? `${written.format(new Date(at.data.value[0]))} (+${lag(at.data.value[0])})\n${at.data.value[1]}: ${at.data.names}` : "",
      },
      dataZoom: [{ type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false }],
      xAxis: { type: "time", min: start, axisLabel: { color: colour("--quiet"), formatter: (at) => written.format(new Date(at)), hideOverlap: true }, axisLine: { lineStyle: { color: colour("--line") } } },
      yAxis: { type: "value", minInterval: 1, splitNumber: 3, axisLabel: { color: colour("--quiet") }, splitLine: { lineStyle: { color: colour("--line") } } },
      series: [{
        type: "line", step: "end", symbol: "circle", symbolSize: 8, color: colour("--echoed"), lineStyle: { width: 2.5 },
        data: [{ value: [start, 0], symbolSize: 0 }, ...steps.map(([day, count, names]) => ({ value: [day, count], names }))],
      }],
    });
    chart(drawing, option, 170);
  }

  function chains(drawing) {
    const acts = [...drawing.querySelectorAll("[data-node]")];
    if (acts.length < 8) return; // a small drawing needs no help
    const option = () => ({
      textStyle: font(),
      tooltip: { ...tooltip(), formatter: (at) => at.dataType === "node" ? `${at.data.shown}\n${at.data.note}` : at.data.quote },
      series: [{
        type: "graph", layout: "none", roam: matchMedia("(pointer: fine)").matches ? "move" : false, draggable: true,
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 7, symbol: "roundRect", symbolSize: [150, 30],
        itemStyle: { color: colour("--sheet"), borderColor: colour("--edge") },
        label: { show: true, color: colour("--ink"), formatter: (at) => at.data.shown, width: 140, overflow: "truncate" },
        lineStyle: { color: colour("--echoed"), width: 1.6 }, emphasis: { focus: "adjacency" },
        data: acts.map((a) => ({ id: a.dataset.node, x: Number(a.dataset.x), y: Number(a.dataset.y), shown: a.dataset.name, note: a.dataset.note, href: a.getAttribute("href") })),
        links: [...drawing.querySelectorAll("[data-from]")].map((p) => ({ source: p.dataset.from, target: p.dataset.to, quote: p.textContent.trim() })),
      }],
    });
    chart(drawing, option, Math.max(drawing.getBoundingClientRect().height, 240));
  }

  // A wide matrix at a glance, above the table that it is read off; a cell opens what the table's cell opens.
  function matrix(table) {
    if (table.getBoundingClientRect().width === 0 || innerWidth < 700) return; // too narrow to point at a cell
    const places = [...table.querySelectorAll("thead th + th")].map((th) => th.textContent.trim());
    const rows = [...table.querySelectorAll("tbody tr:not(.group)")];
    const names = rows.map((row) => row.querySelector("th span").textContent.trim());
    const stateOf = (cell) => [...cell.classList].find((each) => each.startsWith("c-"));
    const cells = rows.flatMap((row, y) => [...row.querySelectorAll("td")].map((cell, x) => [x, y, cell]));
    const height = Math.max(5, Math.min(15, Math.floor(900 / rows.length)));
    const left = 232, top = 108;
    const option = () => {
      const fills = {
        "c-ordered": colour("--echoed"), "c-mentioned": colour("--mentioned"), "c-lifted": colour("--same"),
        "c-avoided": colour("--accent"), "c-not_mentioned": colour("--silent"), "c-no_documents": hatch(),
      };
      const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
      return {
        textStyle: font(),
        grid: { left, right: 2, top, bottom: 2 },
        tooltip: { ...tooltip(), trigger: "item", formatter: (at) => `${places[at.value[0]]}: ${cells[at.dataIndex][2].textContent.trim().replace(/^[^\p{L}]+/u, "")}\n${names[at.value[1]]}` },
        xAxis: { ...axis, data: places, position: "top", axisLabel: { rotate: 90, interval: 0, fontSize: 10, color: colour("--ink"), width: top - 10, overflow: "truncate" } },
        yAxis: { ...axis, data: names, inverse: true, axisLabel: { interval: 0, fontSize: Math.min(11, height), color: colour("--ink"), width: left - 12, overflow: "truncate" } },
        series: [{
          type: "custom", progressive: 0, data: cells.map(([x, y]) => [x, y]),
          renderItem: (at, api) => {
            const [x, y] = api.coord([api.value(0), api.value(1)]), [wide, high] = api.size([1, 1]);
            const shape = { x: x - wide / 2 + 0.5, y: y - high / 2 + 0.5, width: wide - 1, height: high - 1 };
            return { type: "rect", shape, style: { fill: fills[stateOf(cells[at.dataIndex][2])] }, emphasis: { style: { stroke: colour("--ink"), lineWidth: 2 } } };
          },
        }],
      };
    };
    const place = table.closest(".wide"), glance = document.createElement("div"), said = document.createElement("p");
    said.className = "small quiet";
    said.textContent = table.dataset.heat;
    glance.className = "canvas heat";
    glance.setAttribute("aria-hidden", "true");
    glance.style.height = `${top + rows.length * height + 4}px`;
    place.before(glance, said);
    place.parentElement.querySelector(".legend").classList.add("with-heat");
    const made = echarts.init(glance, null, { renderer: "canvas" });
    const draw = () => made.setOption({ animation: false, ...option() }, true);
    draw();
    follow(made, glance);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    made.on("click", (event) => cells[event.dataIndex][2].querySelector("a")?.click());
  }

  document.querySelectorAll("table[data-heat]").forEach(matrix);
  document.querySelectorAll("svg[data-map]").forEach(provincesMap);
  document.querySelectorAll("svg[data-curve]").forEach(curve);
  document.querySelectorAll("svg[data-chains]").forEach(chains);
})();
