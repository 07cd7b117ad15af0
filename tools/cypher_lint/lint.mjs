// Neo4j's own linter over every .cypher file: node lint.mjs [FOLDER]. Exit 1 when it has anything to say.
// Parameters need no values here: graph/queries.py checks them against each file's declaration.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isNotParamError, lintCypherQuery, testData } from "@neo4j-cypher/language-support";

const LANGUAGE = "CYPHER 5"; // what Neo4j 5 and 2025 speak unless told otherwise
const SEVERITIES = { 1: "error", 2: "warning", 3: "information", 4: "hint" };

// Functions and procedures of a server without plugins, so that an unknown one is told.
const bare = (known) => Object.fromEntries(Object.entries(known).filter(([name]) => !name.startsWith("apoc.")));
const { functions, procedures } = testData.mockSchema;
const schema = {
  defaultLanguage: LANGUAGE,
  functions: { [LANGUAGE]: bare(functions[LANGUAGE]) },
  procedures: { [LANGUAGE]: bare(procedures[LANGUAGE]) },
};

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? join(here, "..", "..", "cypher"));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".cypher"))
  .sort()
  .map((name) => join(folder, name));

let found = 0;
for (const file of files) {
  const { diagnostics } = lintCypherQuery(readFileSync(file, "utf8"), schema);
  for (const { severity, message, range } of diagnostics.filter(isNotParamError)) {
    const place = `${relative(process.cwd(), file)}:${range.start.line + 1}:${range.start.character + 1}`;
    console.error(`${place}: ${SEVERITIES[severity] ?? "note"}: ${message}`);
    found += 1;
  }
}
if (files.length === 0) {
  console.error(`${folder}: no .cypher file here`);
  found += 1;
}
console.log(`${files.length} files, ${found} findings (${LANGUAGE})`);
process.exit(found === 0 ? 0 : 1);
