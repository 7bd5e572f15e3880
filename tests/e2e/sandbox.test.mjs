// The sandbox tab: a person's own code on the picture.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { launch } from './chromium.mjs';
import { exampleOf } from './native.mjs';
import { serve } from './server.mjs';
import { ThinkerPage } from './thinker_page.mjs';

const SCRIPT = `from PIL import Image, ImageDraw
im = Image.open(image_path).convert('RGB')
draw = ImageDraw.Draw(im)
draw.line([(10, 10), (60, 60)], fill='red', width=3)
draw.ellipse([20, 20, 50, 50], outline='blue', width=2)
im.save('out.png')
print('size', im.size)
`;

const LIBRARIES = `import cv2
import matplotlib.pyplot as plt
import numpy as np
image = np.zeros((40, 60, 3), np.uint8)
image[:, :, 0] = 255
cv2.line(image, (5, 5), (50, 30), (0, 255, 0), 2)
fig, ax = plt.subplots()
ax.plot([0, 1], [0, 1])
plt.savefig('plot.png')
print('mean', np.array([80, 90]).mean(), 'lines', len(ax.lines))
`;

describe('the sandbox tab', () => {
  let site;
  let browser;
  let page;

  before(async () => {
    site = await serve();
    browser = await launch();
    page = await ThinkerPage.open(browser, site, { engine: 'cpu' });
    await page.ready();
    await page.chooseExample(exampleOf('perception'));
    await page.element('tab-sandbox').click();
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  const runs = async (source) => {
    await page.element('source').fill(source);
    await page.element('run-code').click();
    await page.element('transcript').locator('.sandbox').waitFor();
    return page.element('transcript').innerText();
  };
  const canvas = () => page.page.evaluate(() => document.querySelector('[data-testid="canvas"]').toDataURL());

  it('fetches NumPy, OpenCV and matplotlib when a script first imports one of them', async () => {
    const part = /\/libraries-[0-9a-f]+\.wasm$/;
    const fetched = [];
    page.page.on('request', (request) => fetched.push(request.url()));
    const asked = () => fetched.filter((url) => part.test(url)).length;
    assert.match(await runs(`import math, re\nprint('pi is', round(math.pi, 2))`), /pi is 3.14/);
    assert.match(await runs(`import shapely`), /No module named 'shapely'/);
    assert.equal(asked(), 0);

    // No script may take a connection that is down for a Python without the library.
    await page.page.route(part, (route) => route.abort());
    const guarded = `try:\n    import numpy\nexcept BaseException:\n    print('there is none')\n`;
    const shown = await runs(guarded);
    assert.match(shown, /LibrariesUnavailable: .* check the connection and run the code again/);
    assert.doesNotMatch(shown, /there is none/);
    await page.page.unroute(part);
    const refused = asked();
    assert.ok(refused > 0);

    assert.match(await runs(LIBRARIES), /mean 85.0 lines 1/);
    await page.strokesVisible();
    const before = asked();
    assert.ok(before > refused);
    assert.match(await runs(LIBRARIES), /mean 85.0 lines 1/);
    assert.equal(asked(), before, 'what is in place is not fetched again');
  });

  it('takes code as soon as the worker listens, and not before', async () => {
    const early = await ThinkerPage.blank(browser);
    // The engine's first part is there, which the page tells, and another one is not.
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await early.page.route(/\/sandbox-[0-9a-f]+\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
    await early.visit(site, { engine: 'cpu' });
    await early.element('tab-sandbox').click();
    await early.element('status').getByText(/^Loading engine/).waitFor();
    await early.element('source').fill(`print('not lost')`);
    assert.ok(await early.element('run-code').isDisabled());
    await early.element('source').press('Control+Enter');
    assert.match(await early.error(), /The sandbox is not there/);
    release();
    await early.element('run-code').click();
    await early.element('transcript').locator('.sandbox').waitFor();
    assert.match(await early.element('transcript').innerText(), /not lost/);
    assert.deepEqual(early.failures, []);
    await early.page.context().close();
  });

  it('waits for the picture that was chosen', async () => {
    const early = await ThinkerPage.blank(browser);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await early.page.route(/\/examples\/.*\.png$/, async (route) => {
      await held;
      await route.continue();
    });
    await early.visit(site, { engine: 'cpu' });
    await early.ready();
    await early.element('tab-sandbox').click();
    await early.element('source').fill(SCRIPT);
    assert.ok(await early.element('run-code').isDisabled());
    await early.element('source').press('Control+Enter');
    assert.match(await early.error(), /The picture is not there yet/);
    release();
    await early.element('run-code').click();
    await early.element('transcript').locator('.sandbox').waitFor();
    assert.match(await early.element('transcript').innerText(), /size \(\d+, \d+\)/);
    await early.page.context().close();
  });

  it('runs code on the picture and steps through its strokes', async () => {
    assert.match(await runs(SCRIPT), /size \(\d+, \d+\)/);
    await page.strokesVisible();
    const caption = page.element('stroke-caption');
    assert.equal(await caption.innerText(), 'Stroke 2 of 2, from line 5');
    const pictures = [await canvas()];
    for (const words of ['Stroke 1 of 2, from line 4', 'No stroke of 2']) {
      const shown = await canvas();
      await page.element('stroke-back').click();
      await page.page.waitForFunction(
        (shown) => document.querySelector('[data-testid="canvas"]').toDataURL() !== shown,
        shown,
      );
      assert.equal(await caption.innerText(), words);
      pictures.push(await canvas());
    }
    assert.equal(new Set(pictures).size, 3, 'each step must show another picture');
    await page.element('stroke-on').click();
    await page.page.waitForFunction(
      (shown) => document.querySelector('[data-testid="canvas"]').toDataURL() === shown,
      pictures[1],
    );
    await page.screenshot('sandbox');
  });

  it('shows an error with its line, and goes on', async () => {
    assert.match(await runs('x = 1\ny = x / 0\n'), /Line 2: ZeroDivisionError: division by zero/);
    assert.match(await runs('while True:\n    pass\n'), /Line \d: \w+/);
    assert.match(await runs("print('still here')"), /still here/);
    assert.deepEqual(page.failures, []);
  });

  it('takes a whole pasted answer as the code in its fences', async () => {
    assert.match(await runs("Sure! Run this:\n```python\nprint('fenced')\n```\nIt prints a word."), /fenced/);
  });

  it('starts a new worker when the old one breaks, and runs code in it', async () => {
    const [worker] = page.page.workers();
    await worker.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    assert.match(await page.error(), /The engine broke off: .*unreachable/);
    await page.dismissErrors();
    await page.ready();
    assert.notEqual(page.page.workers()[0], worker);
    await page.element('tab-sandbox').click();
    assert.match(await runs("print('alive again')"), /alive again/);
  });

  it('takes over the code that the model wrote', async () => {
    await page.chooseExample(exampleOf('instruction'));
    await page.run();
    await page.ended();
    await page.element('edit-code').first().click();
    const source = await page.element('source').inputValue();
    assert.match(source, /ImageDraw/);
    await page.element('run-code').click();
    await page.element('stroke-caption').waitFor();
    assert.match(await page.element('stroke-caption').innerText(), /^Stroke (\d+) of \1,/);
  });

  it('takes over a later round with those before it, whose picture it draws on', async () => {
    await page.chooseExample(exampleOf('reasoning'));
    await page.run();
    await page.ended();
    const rounds = await page.element('edit-code').count();
    assert.ok(rounds > 1, 'the bundled example should have several rounds');
    await page.element('edit-code').last().click();
    await page.element('run-code').click();
    await page.element('stroke-caption').waitFor();
    assert.match(await page.element('stroke-caption').innerText(), new RegExp(`^Stroke ${rounds} of ${rounds},`));
    assert.doesNotMatch(await page.element('transcript').innerText(), /Error/);
  });
});
