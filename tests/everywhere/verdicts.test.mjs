// The sandbox gives the same verdict natively and in WebAssembly: the same output, error, line and fuel, the
// same operations and pixels; and it still works afterwards. Needs MODULE (the sandbox as WebAssembly) and
// VERDICTS (what the native program printed); `cargo xtask test everywhere` makes both.

import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const module = new WebAssembly.Module(readFileSync(process.env.MODULE));
let sandbox = new WebAssembly.Instance(module).exports;

function judge(given) {
  const bytes = new TextEncoder().encode(JSON.stringify(given));
  const text = sandbox.reserve(bytes.length);
  new Uint8Array(sandbox.memory.buffer, text, bytes.length).set(bytes);
  const answer = sandbox.judge(text, bytes.length) >>> 0;
  const length = new DataView(sandbox.memory.buffer).getUint32(answer, true);
  return JSON.parse(new TextDecoder().decode(new Uint8Array(sandbox.memory.buffer, answer + 4, length)));
}

const lines = createInterface({ input: createReadStream(process.env.VERDICTS), crlfDelay: Infinity });
const suites = new Map();
for await (const line of lines) {
  const { case: given, verdict } = JSON.parse(line);
  const topic = given.name.split(': ').slice(0, -1).join(': ');
  if (!suites.has(topic)) suites.set(topic, []);
  suites.get(topic).push({ given, verdict });
}

for (const [topic, cases] of suites) {
  test(`${topic}: ${cases.length} verdicts`, () => {
    const wrong = [];
    for (const { given, verdict } of cases) {
      let own;
      try {
        own = judge(given);
      } catch (error) {
        own = { trap: String(error) };
        sandbox = new WebAssembly.Instance(module).exports; // a trap leaves the instance torn
      }
      if (verdict.after !== '10\n') wrong.push({ name: given.name, after: verdict.after });
      try {
        assert.deepEqual(own, verdict);
      } catch {
        const keys = Object.keys({ ...verdict, ...own }).filter((key) => JSON.stringify(own[key]) !== JSON.stringify(verdict[key]));
        wrong.push({ name: given.name, ...Object.fromEntries(keys.map((key) => [key, { wasm: own[key], native: verdict[key] }])) });
      }
    }
    assert.deepEqual(wrong, []);
  });
}
