// The page's canvas draws the recorded operations again: what it shows agrees with the rasteriser's pixels.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';

import { launch } from './chromium.mjs';
import { ROOT } from './server.mjs';

/** Below this similarity a canvas shows something else than the picture; other fonts alone reach 0.7. */
const LEAST = 0.65;
/** What the canvases reach on average: letters come from the browser's own fonts, edges are smooth. */
const MEAN = 0.95;

/** Every script of the gallery, as the native sandbox ran it. */
async function* drawings() {
  const [program, ...args] = process.env.EVERYWHERE
    ? [process.env.EVERYWHERE]
    : ['cargo', 'run', '--quiet', '-p', 'vthinker-everywhere', '--'];
  const child = spawn(program, [...args, 'drawings'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) yield JSON.parse(line);
  assert.equal(await ended, 0, 'the native sandbox must run every script');
}

/** Runs in the page: plays the strokes at once and compares each picture's canvas with its pixels. */
async function agreement({ input, ops, pictures }) {
  const player = new window.StrokePlayer(document.createElement('canvas'));
  player.event({ event: 'start', image: input ?? { width: 1, height: 1, png: '' } });
  while (player.working) await new Promise((done) => setTimeout(done));
  player.history = ops.map((op) => ({ event: 'draw', op }));
  player.seek(Infinity);
  while (player.working) await new Promise((done) => setTimeout(done));
  const grey = (picture, width, height) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.drawImage(picture, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return Float64Array.from({ length: width * height }, (_, i) => 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2]);
  };
  /** Mean structural similarity of 8 x 8 windows, four pixels apart. */
  const similarity = (a, b, width, height) => {
    let sum = 0, count = 0;
    for (let top = 0; top + 8 <= height; top += 4)
      for (let left = 0; left + 8 <= width; left += 4) {
        let ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
        for (let y = top; y < top + 8; y++)
          for (let x = left; x < left + 8; x++) {
            const p = a[y * width + x], q = b[y * width + x];
            ma += p; mb += q; aa += p * p; bb += q * q; ab += p * q;
          }
        ma /= 64; mb /= 64;
        const va = aa / 64 - ma * ma, vb = bb / 64 - mb * mb, cov = ab / 64 - ma * mb;
        sum += ((2 * ma * mb + 6.5025) * (2 * cov + 58.5225)) / ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225));
        count++;
      }
    return count ? sum / count : 1;
  };
  const found = [];
  for (const picture of pictures) {
    const surface = player.surfaces.get(picture.canvas);
    // What the canvas cannot draw again it shows as the picture itself.
    if (!surface?.exact) continue;
    const real = new Image();
    real.src = `data:image/png;base64,${picture.png}`;
    await real.decode();
    const { width, height } = picture;
    found.push(similarity(grey(surface.canvas, width, height), grey(real, width, height), width, height));
  }
  return found;
}

describe('strokes on the canvas', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launch();
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>strokes</title>');
    const source = readFileSync(`${ROOT}web/element/strokes.js`, 'utf8');
    await page.addScriptTag({ type: 'module', content: `${source}\nwindow.StrokePlayer = StrokePlayer;` });
    await page.waitForFunction(() => window.StrokePlayer);
  });
  after(() => browser?.close());

  it('agree with the rasteriser on the whole gallery', async () => {
    const all = [];
    for await (const drawing of drawings()) {
      const found = await page.evaluate(agreement, drawing);
      found.forEach((similarity) => all.push({ name: drawing.name, similarity }));
    }
    all.sort((a, b) => a.similarity - b.similarity);
    const mean = all.reduce((sum, { similarity }) => sum + similarity, 0) / all.length;
    console.log(`${all.length} pictures drawn again, mean similarity ${mean.toFixed(4)}; the least alike:`);
    for (const { name, similarity } of all.slice(0, 10)) console.log(`  ${similarity.toFixed(3)} ${name}`);
    assert.ok(all.length > 100, 'most pictures of the gallery are drawn again, not shown');
    assert.ok(mean >= MEAN, `mean similarity ${mean}`);
    assert.deepEqual(all.filter(({ similarity }) => similarity < LEAST), []);
  });
});
