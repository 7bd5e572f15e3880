// What a browser downloads: every wasm file and model of a folder or named by itself, as they are and with brotli.
// node tests/bench/site_size.mjs dist

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const report = (what, bytes) => console.log(JSON.stringify({ what, value: bytes / 1e6, unit: 'MB' }));

const [place] = process.argv.slice(2);
const files = statSync(place).isDirectory()
  ? readdirSync(place, { recursive: true }).map((name) => [name, join(place, name)])
  : [[basename(place), place]];
for (const [name, path] of files.sort()) {
  if (!/\.(wasm|safetensors)$/.test(name)) continue;
  const bytes = readFileSync(path);
  // Trunk puts a hash into the name, which changes with every build.
  const shown = name.replace(/-[0-9a-f]{16}/, '');
  report(shown, bytes.length);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  report(`${shown}, brotli`, brotliCompressSync(bytes, { params }).length);
}
