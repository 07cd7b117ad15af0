// Builds what the pages load, into app/pages/static: `npm ci && npm run build` in this folder.
// The results are committed, so that running the project needs neither npm nor a network.
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = join(here, "../../app/pages/static/vendor");
const tests = join(here, "../../tests/data/axe");
const version = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"))).version;

mkdirSync(join(out, "fonts"), { recursive: true });
mkdirSync(tests, { recursive: true });

await build({
  entryPoints: [join(here, "echarts.mjs")],
  outfile: join(out, "echarts.js"),
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "echarts",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  banner: { js: `/* Apache ECharts ${version("echarts")}, Apache License 2.0; see LICENSE.echarts.txt */` },
});
const licence = (name) => readFileSync(join(modules, name, "LICENSE"), "utf8");
const notice = readFileSync(join(modules, "echarts", "NOTICE"), "utf8");
const d3 = readFileSync(join(modules, "echarts/licenses/LICENSE-d3"), "utf8");
writeFileSync(join(out, "LICENSE.echarts.txt"), `${notice}\n${licence("echarts")}\nParts of it are D3:\n\n${d3}`);

const htmx = readFileSync(join(modules, "htmx.org/dist/htmx.min.js"), "utf8");
writeFileSync(join(out, "htmx.js"), `/* htmx ${version("htmx.org")}, Zero-Clause BSD; see LICENSE.htmx.txt */\n${htmx.trim()}\n`);
writeFileSync(join(out, "LICENSE.htmx.txt"), licence("htmx.org"));

// Only for the tests: pages never load it.
copyFileSync(join(modules, "axe-core/axe.min.js"), join(tests, "axe.min.js"));
copyFileSync(join(modules, "axe-core/LICENSE"), join(tests, "LICENSE"));

const fonts = [
  { name: "Be Vietnam Pro", folder: "@fontsource/be-vietnam-pro", file: "be-vietnam-pro", style: "400", weight: "400" },
  { name: "Be Vietnam Pro", folder: "@fontsource/be-vietnam-pro", file: "be-vietnam-pro", style: "600", weight: "600" },
  { name: "Source Serif 4", folder: "@fontsource-variable/source-serif-4", file: "source-serif-4", style: "wght", weight: "200 900" },
];
const rules = [`/* Built by tools/assets/build.mjs: Latin and all of Vietnamese. Licences: SIL OFL 1.1, beside the files. */`];
for (const font of fonts) {
  const ranges = JSON.parse(readFileSync(join(modules, font.folder, "unicode.json")));
  for (const subset of ["vietnamese", "latin"]) {
    const file = `${font.file}-${subset}-${font.style}-normal.woff2`;
    cpSync(join(modules, font.folder, "files", file), join(out, "fonts", file));
    rules.push(
      `@font-face{font-family:"${font.name}";font-style:normal;font-weight:${font.weight};font-display:swap;` +
        `src:url("fonts/${file}") format("woff2");unicode-range:${ranges[subset]}}`,
    );
  }
  copyFileSync(join(modules, font.folder, "LICENSE"), join(out, "fonts", `LICENSE.${font.file}.txt`));
}
writeFileSync(join(out, "fonts.css"), `${rules.join("\n")}\n`);
