// The element on somebody else's page: another origin, a plain HTML file.

import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { launch } from './chromium.mjs';
import { exampleOf, infer } from './native.mjs';
import { serve } from './server.mjs';
import { HANG_MS, SCREENSHOTS } from './thinker_page.mjs';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

describe('<v-thinker> on another origin', () => {
  const example = exampleOf('reasoning');
  let site;
  let folder;
  let host;
  let browser;

  before(async () => {
    site = await serve();
    folder = await mkdtemp(join(tmpdir(), 'vthinker-host-'));
    await copyFile(example.image, join(folder, basename(example.image)));
    await writeFile(
      join(folder, 'index.html'),
      `<!doctype html>
<title>Somebody's page</title>
<script type="module" src="${site.url}embed/v-thinker.js"></script>
<v-thinker src="${basename(example.image)}" question="${escape(example.question)}" task="${example.task}"
  engine="cpu"></v-thinker>
<script>
  window.heard = [];
  for (const kind of ['answer', 'error'])
    document.addEventListener(kind, (event) => event.detail && heard.push({ kind, detail: event.detail }));
</script>
`,
    );
    host = await serve(folder);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    host?.stop();
    site?.stop();
    if (folder) await rm(folder, { recursive: true });
  });

  it('loads nothing heavy before a click, then answers as the native run does', async () => {
    assert.notEqual(new URL(host.url).origin, new URL(site.url).origin);
    const page = await browser.newPage();
    page.setDefaultTimeout(HANG_MS);
    const requested = [];
    page.context().on('request', (request) => requested.push(request.url()));
    await page.goto(host.url);
    const element = page.locator('v-thinker');
    const button = element.getByRole('button').first();
    await button.waitFor();
    const heavy = (url) => /\.(wasm|safetensors)$/.test(url);
    assert.deepEqual(requested.filter(heavy), [], 'the engine must wait for a click');

    await button.click();
    await page.waitForFunction(() => window.heard.length > 0);
    const [{ kind, detail }] = await page.evaluate(() => window.heard);
    assert.equal(kind, 'answer', JSON.stringify(detail));
    assert.equal(detail.answer, infer(example).answer);
    await element.screenshot({ path: `${SCREENSHOTS}/embed.png` });
  });
});
