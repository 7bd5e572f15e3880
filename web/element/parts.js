// The engine's code comes in parts: files of functions that find their places in the main module's table. What parts there
// are and the names of their files, which change with every build, is written when the site is built.

import files from "./part-files.js";

/** Whether the parts were cut from this module: caches may hold those of another release. */
export function fit(module) {
  const [id] = WebAssembly.Module.customSections(module, "parts");
  return id !== undefined && new TextDecoder().decode(id) === files.id;
}

/** Modules in place. */
const placed = new Set();

/** Puts a compiled file in place: all it imports is exported by the main module. */
function place(name, module, main) {
  if (placed.has(name)) return;
  const imports = {};
  for (const { module: from, name: what } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[what] = main[what];
  }
  new WebAssembly.Instance(module, imports);
  placed.add(name);
}

const address = (name) => new URL(name, import.meta.url);
const missing = (part) => files[part].filter((name) => !placed.has(name));

/** Fetches a part's files; gives what puts them in place. */
export async function fetchPart(part) {
  const modules = await Promise.all(
    missing(part).map(async (name) => {
      const response = await fetch(address(name));
      if (!response.ok) throw new Error(`${address(name)} is not there (HTTP ${response.status})`);
      return [name, await WebAssembly.compile(await response.arrayBuffer())];
    }),
  );
  return (main) => modules.forEach(([name, module]) => place(name, module, main));
}

/** A model's files, which come in meanwhile and which nobody reads until the part is there, may hold every connection. */
const PATIENCE_MS = 60_000;

/**
 * Fetches a part and puts it in place before it returns: a script that imports a library cannot go on without it. Only in a
 * worker, which has nothing else to do meanwhile.
 */
export function loadPart(part, main) {
  for (const name of missing(part)) {
    const request = new XMLHttpRequest();
    request.open("GET", address(name), false);
    request.responseType = "arraybuffer";
    request.timeout = PATIENCE_MS;
    request.send();
    if (request.status !== 200) throw new Error(`${address(name)} is not there (HTTP ${request.status})`);
    place(name, new WebAssembly.Module(request.response), main);
  }
}
