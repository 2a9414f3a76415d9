// Builds each island of `src` into one script that the package ships: node build.mjs [FOLDER]
// The first line of a script tells what it was built from, so that a test can see without Node
// whether it is behind its sources.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, "../src/dateline/web/static");
const sources = readdirSync(join(here, "src")).filter((name) => name.endsWith(".ts")).sort();
const islands = sources.filter((name) => !name.startsWith("_"));

const hash = createHash("sha256");
for (const name of ["package-lock.json", "build.mjs", ...sources.map((name) => `src/${name}`)]) {
  hash.update(`${name}\n`).update(readFileSync(join(here, name)));
}
const licence = "d3-drag, d3-selection, d3-zoom and what they rest on: Copyright Mike Bostock, ISC licence";

for (const name of islands) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(here, "src", name)],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    metafile: true,
    write: false,
    legalComments: "none",
  });
  const has_d3 = Object.keys(metafile.inputs).some((one) => one.includes("node_modules/d3-"));
  const banner = `/* Built from web/src/${name}, sources ${hash.copy().digest("hex")}${has_d3 ? `; holds ${licence}` : ""} */\n`;
  writeFileSync(join(folder, name.replace(/\.ts$/, ".js")), banner + outputFiles[0].text);
}
