// Stopping, asking again, and input that cannot be used.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { launch } from './chromium.mjs';
import { exampleOf, infer } from './native.mjs';
import { whitePng } from './png.mjs';
import { DIST, serve } from './server.mjs';
import { ThinkerPage, outcome } from './thinker_page.mjs';

describe('controls and bad input', () => {
  let site;
  let browser;

  before(async () => {
    site = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  it('a run can be stopped, and then another question asked', async () => {
    const example = exampleOf('reasoning');
    const page = await ThinkerPage.open(browser, site, { engine: 'cpu' });
    await page.ready();
    await page.chooseExample(example);
    await page.stopAfter(1);
    await page.run();
    assert.equal(await page.ended(), 'stopped');
    const native = infer(example);
    const stopped = outcome(await page.events());
    assert.ok(stopped.tokens.length < native.tokens.length, 'stopping must cut the run short');
    assert.deepEqual(stopped.tokens, native.tokens.slice(0, stopped.tokens.length));

    const next = exampleOf('perception');
    await page.chooseExample(next);
    await page.run();
    await page.ended();
    assert.deepEqual(outcome(await page.events()), infer(next));
    assert.deepEqual(page.failures, []);
    await page.close();
  });

  it('a picture that is none is named, and a good one still works after it', async () => {
    const page = await ThinkerPage.open(browser, site, { engine: 'cpu' });
    await page.ready();
    for (const [name, bytes, named] of [
      ['notes.png', Buffer.from('These are notes, not a picture.'), /notes\.png/],
      ['empty.png', Buffer.alloc(0), /empty\.png.*empty/],
      // A browser may show what there is of it; then the engine refuses it.
      ['cut.png', whitePng(100, 100).subarray(0, 60), /cut\.png|picture|image/i],
    ]) {
      assert.match(await page.refusal(name, bytes), named);
      await page.screenshot('bad-picture');
      await page.dismissErrors();
    }
    const example = exampleOf('perception');
    await page.chooseExample(example);
    await page.run();
    await page.ended();
    assert.deepEqual(outcome(await page.events()), infer(example));
    assert.equal(await page.errors(), '');
    await page.close();
  });

  it('a picture of 20000 x 10 pixels is refused with its size', async () => {
    const page = await ThinkerPage.open(browser, site, { engine: 'cpu' });
    await page.ready();
    assert.match(await page.refusal('strip.png', whitePng(20_000, 10)), /20000 x 10/);
    await page.close();
  });

  it('an empty question is asked for', async () => {
    const page = await ThinkerPage.open(browser, site, { engine: 'cpu' });
    await page.ready();
    await page.chooseExample(exampleOf('reasoning'));
    await page.element('question').fill('   ');
    await page.run();
    assert.match(await page.error(), /question/i);
    await page.close();
  });

  it('a missing and a cut model file are named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vthinker-site-'));
    await cp(DIST, folder, { recursive: true });
    const model = join(folder, 'models/mini/model.safetensors');
    const broken = await serve(folder);
    try {
      await truncate(model, Math.floor((await readFile(model)).length / 2));
      const cut = await ThinkerPage.open(browser, broken, { engine: 'cpu' });
      assert.match(await cut.error(), /model\.safetensors/);
      await cut.close();

      await rm(model);
      const missing = await ThinkerPage.open(browser, broken, { engine: 'cpu' });
      assert.match(await missing.error(), /model\.safetensors/);
      await missing.screenshot('missing-model');
      await missing.close();
    } finally {
      broken.stop();
      await rm(folder, { recursive: true });
    }
  });
});
