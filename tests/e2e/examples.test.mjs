// A bundled example of each task in the tab gives what it gives natively.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { launch } from './chromium.mjs';
import { exampleOf, infer } from './native.mjs';
import { serve } from './server.mjs';
import { ThinkerPage, outcome } from './thinker_page.mjs';

describe('bundled examples', () => {
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

  for (const task of ['perception', 'instruction', 'reasoning']) {
    it(`${task} on the CPU engine: the tokens, strokes and answer of the native run`, async () => {
      const example = exampleOf(task);
      const native = infer(example);
      const page = await ThinkerPage.open(browser, site, { engine: 'cpu' });
      assert.equal(await page.ready(), 'cpu');
      await page.chooseExample(example);
      await page.run();
      const end = await page.ended();
      await page.screenshot(`${task}-cpu`);

      assert.deepEqual(outcome(await page.events()), native);
      assert.equal(end, native.end);
      assert.ok(native.tokens.length > 0, 'the model wrote nothing');
      assert.ok(native.ops.some((op) => !['open', 'save'].includes(op.op)), 'the model drew nothing');
      if (task === 'reasoning') {
        const opened = native.ops.filter((op) => op.op === 'open').map((op) => op.path);
        assert.ok(opened.includes('out.png'), 'the bundled example should draw on what an earlier round saved');
      }
      await page.strokesVisible();
      if (native.answer !== null) {
        assert.ok((await page.element('answer').innerText()).includes(native.answer));
      }
      assert.match(await page.element('verdict').innerText(), /\w/, 'the judge must say something');
      assert.deepEqual(page.failures, []);
      await page.close();
    });
  }

  it('on WebGPU the first 16 tokens are those of the native run', async () => {
    const example = exampleOf('reasoning');
    const page = await ThinkerPage.open(browser, site, { engine: 'webgpu' });
    assert.equal(await page.ready(), 'webgpu');
    await page.chooseExample(example);
    await page.stopAfter(16);
    await page.run();
    await page.ended();
    await page.screenshot('reasoning-webgpu');

    const { tokens } = outcome(await page.events());
    assert.ok(tokens.length >= 16, `only ${tokens.length} tokens`);
    assert.deepEqual(tokens.slice(0, 16), infer(example).tokens.slice(0, 16));
    assert.deepEqual(page.failures, []);
    await page.close();
  });

  it('the page fits a phone', async () => {
    const page = await ThinkerPage.open(browser, site, { engine: 'cpu' }, { width: 390, height: 844 });
    await page.ready();
    await page.screenshot('phone');
    const overflow = await page.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `the page is ${overflow} pixels wider than the screen`);
    await page.close();
  });
});
