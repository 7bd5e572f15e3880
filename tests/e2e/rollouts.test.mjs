// The page that opens a run's rollouts, and the report that `trainer report` writes: they show them with the same viewer.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import { launch } from './chromium.mjs';
import { ROOT, serve } from './server.mjs';
import { SCREENSHOTS } from './thinker_page.mjs';

const RUNS = `${ROOT}tests/e2e/runs`;
const ROLLOUTS = readFileSync(join(RUNS, 'first/rollouts.jsonl'), 'utf8');

mkdirSync(SCREENSHOTS, { recursive: true });

/** What a reader does with the viewer, wherever it stands. */
class Viewer {
  constructor(page) {
    this.page = page;
  }

  cards() {
    return this.page.getByTestId('rollout');
  }

  filter(name) {
    return this.page.getByTestId(`filter-${name}`);
  }

  place() {
    return this.page.getByTestId('place').innerText();
  }

  next() {
    return this.page.getByRole('button', { name: 'Next' }).click();
  }

  /** Width by which the page is wider than its window. */
  overflow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }
}

describe('the page that opens rollouts', () => {
  let site;
  let browser;
  let page;
  let viewer;
  const failures = [];

  before(async () => {
    site = await serve();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
    await page.goto(`${site.url}rollouts.html`);
    viewer = new Viewer(page);
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  const open = (name, text) =>
    page.getByTestId('file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const error = () => page.getByTestId('error');

  it('shows one prompt side by side, with pictures, rewards and advantages', async () => {
    await open('rollouts.jsonl', ROLLOUTS);
    await viewer.cards().first().waitFor();
    assert.equal(await viewer.cards().count(), 4);
    assert.equal(await viewer.place(), 'prompt 1 of 6');
    assert.equal(await page.getByTestId('question').innerText(), 'Mark the upper right corner of the box.');
    const [first, second, third] = await viewer.cards().all();
    assert.match(await first.innerText(), /right/);
    assert.match(await first.getByTestId('reward').innerText(), /1\.80/);
    assert.match(await first.getByTestId('advantage').innerText(), /0\.65/);
    assert.match(await second.getByTestId('advantage').innerText(), /-0\.65/);
    assert.match(await third.innerText(), /AttributeError: .*elipse.*\(line 4\)/s);
    assert.match(await third.locator('.rv-failed').innerText(), /pen\.elipse/);
    const widths = await page.locator('.rv img').evaluateAll((all) => all.map((image) => image.naturalWidth));
    assert.deepEqual(widths, [112, 112, 112, 112], 'the question and three drawings');
    await page.screenshot({ path: `${SCREENSHOTS}/rollouts.png`, fullPage: true });
  });

  it('lays the expected marks over the pictures', async () => {
    assert.equal(await page.locator('.rv-marks circle').count(), 0);
    await page.getByTestId('marks').check();
    assert.equal(await page.locator('.rv-marks circle').count(), 4);
    await page.getByTestId('marks').uncheck();
  });

  it('shows hostile text as text', async () => {
    await viewer.next();
    assert.match(
      await viewer.cards().nth(1).innerText(),
      /<\/script><img src=x onerror=.*<b>bold<\/b> \{\{ 7 \* 7 \}\}/,
    );
    assert.match(await viewer.cards().nth(3).innerText(), /No answer/);
    assert.equal(await page.locator('.rv b').count(), 0);
    assert.equal(await page.title(), 'Rollouts: V-Thinker');
  });

  it('takes nothing from fields that no record has', async () => {
    const record = JSON.parse(ROLLOUTS.split('\n')[0]);
    const planted = { picture: { address: 'http://localhost:1/track.png' }, parts: [5], judged: 'no' };
    await open('planted.jsonl', JSON.stringify({ ...record, ...planted }));
    await page.getByText('planted.jsonl: 1 rollout').waitFor();
    assert.equal(await page.locator('.rv img').count(), 2);
    assert.deepEqual(failures, []);
    await open('rollouts.jsonl', ROLLOUTS);
    await page.getByText('rollouts.jsonl: 24 rollouts').waitFor();
  });

  it('filters by step, family and verdict', async () => {
    await viewer.filter('step').selectOption({ label: '8' });
    assert.equal(await viewer.place(), 'prompt 1 of 2');
    await viewer.filter('family').selectOption({ label: 'diagonal' });
    assert.equal(await viewer.place(), 'prompt 1 of 1');
    await viewer.filter('verdict').selectOption({ label: 'right' });
    assert.equal(await viewer.cards().count(), 1);
    await viewer.filter('verdict').selectOption({ label: 'wrong' });
    assert.equal(await viewer.cards().count(), 3);
    await viewer.filter('step').selectOption({ label: 'all' });
    assert.equal(await viewer.place(), 'prompt 1 of 3');
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok((await viewer.overflow()) <= 0, `${await viewer.overflow()} pixels too wide`);
    await page.screenshot({ path: `${SCREENSHOTS}/rollouts-phone.png` });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('opens a trace that was dropped on it', async () => {
    const record = JSON.parse(ROLLOUTS.split('\n')[4]);
    const lines = [{ trace: 1, model: 'mini', engine: 'cpu' }, ...record.trace].map((line) =>
      JSON.stringify(line),
    );
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'trace.jsonl'));
      document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    }, lines.join('\n'));
    await page.getByText('trace.jsonl: 1 rollout').waitFor();
    assert.equal(await viewer.cards().count(), 1);
    assert.match(await viewer.cards().innerText(), /It stays within\..*Answer: no/s);
    assert.equal(await error().count(), 0);
  });

  it('names line and field of what is wrong, and shows the rest', async () => {
    const lines = ROLLOUTS.trimEnd().split('\n').slice(0, 4);
    lines[2] = lines[2].replace('"reward":0.5', '"reward":"half"');
    await open('rollouts.jsonl', lines.join('\n'));
    await error().waitFor();
    assert.match(
      await error().innerText(),
      /rollouts\.jsonl, line 3, field reward: expected a number, found "half"/,
    );
    assert.equal(await viewer.cards().count(), 3);
    await error().getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await error().count(), 0);
    assert.equal(await viewer.cards().count(), 3);
  });

  it('refuses what is no such file', async () => {
    const bad = [
      ['', /the file is empty: expected rollouts\.jsonl/],
      ['\u0000\u0001PNG', /line 1: not JSON/],
      ['[1]', /line 1, field \(line\): expected an object, found \[1\]/],
      ['{"step":0}', /line 1, field group: expected a whole number, found nothing/],
      ['{"trace":9,"model":"m","engine":"e"}', /line 1, field trace: expected version 1, found 9/],
      [
        '{"trace":1,"model":"m","engine":"e"}\n{"event":"token","text":5}',
        /line 2, field event\.text: expected a text, found 5/,
      ],
      [
        '{"trace":1,"model":"m","engine":"e"}\n{"event":"answer","text":"5"}',
        /line 2, field event: expected "start"/,
      ],
      [
        ROLLOUTS.split('\n')[0].replace('iVBORw0KGgo', '!'),
        /line 1, field trace\[0\]\.image\.png: expected PNG bytes/,
      ],
    ];
    for (const [text, expected] of bad) {
      await open('bad.jsonl', text);
      await page.waitForFunction(
        (pattern) => new RegExp(pattern).test(document.getElementById('notices').textContent),
        expected.source,
      );
      assert.equal(await viewer.cards().count(), 0);
      await error().getByRole('button').click();
    }
    assert.deepEqual(failures, []);
  });
});

describe('the report of two runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.html');
  let browser;
  let page;
  let viewer;
  const failures = [];

  before(async () => {
    const [program, ...first] = process.env.TRAINER
      ? [process.env.TRAINER]
      : ['cargo', 'run', '--quiet', '-p', 'trainer', '--'];
    const runs = ['first', 'second'].map((name) => join(RUNS, name));
    execFileSync(program, [...first, 'report', ...runs, '--out', file], { cwd: ROOT });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
    page.on('request', (request) => /^https?:/.test(request.url()) && failures.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    viewer = new Viewer(page);
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const curve = (name) =>
    page.getByTestId('curve').filter({ has: page.locator('figcaption', { hasText: name }) });

  it('draws a curve of each figure for both runs', async () => {
    assert.equal(await page.getByTestId('curve').count(), 7);
    assert.equal(await curve('loss').locator('polyline.smooth').count(), 2);
    await page.screenshot({ path: `${SCREENSHOTS}/report.png`, fullPage: true });
  });

  it('smooths as far as asked', async () => {
    const points = () => curve('loss').locator('polyline.smooth').first().getAttribute('points');
    const before = await points();
    await page.getByTestId('smoothing').fill('0');
    assert.notEqual(await points(), before);
    assert.equal(await curve('loss').locator('polyline.raw').count(), 0);
  });

  it('tells the values under the pointer', async () => {
    await curve('loss')
      .locator('svg')
      .hover({ position: { x: 200, y: 60 } });
    assert.match(
      await curve('loss').innerText(),
      /step \d+: first: [\d.]+ \(smoothed [\d.]+\), second: [\d.]+/,
    );
  });

  it('compares settings and evaluations', async () => {
    assert.match(await page.locator('tr.differs').innerText(), /seed\s+1\s+2/);
    await page.getByText('85.0 % [64.0, 94.8] of 20').first().waitFor();
  });

  it('shows rollouts, hostile ones as text', async () => {
    assert.equal(await viewer.cards().count(), 4);
    await viewer.next();
    assert.match(await viewer.cards().nth(1).innerText(), /<\/script><img src=x/);
    assert.equal(await page.title(), 'Training report');
  });

  it('fits a phone and the dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.ok((await viewer.overflow()) <= 0, `${await viewer.overflow()} pixels too wide`);
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(dark, 'rgb(21, 25, 26)');
    await page.screenshot({ path: `${SCREENSHOTS}/report-phone.png`, fullPage: true });
    assert.deepEqual(failures, []);
  });
});
