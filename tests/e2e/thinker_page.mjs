// The page as a person uses it: pick an example, ask, watch, stop.

import { readFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';

import { ROOT } from './server.mjs';

/** Guards against a hang; nothing is judged by the clock. */
export const HANG_MS = 8 * 60_000;

export const SCREENSHOTS = `${ROOT}tests/e2e/screenshots`;

export class ThinkerPage {
  /** Opens the page in a window of its own. `query` holds parameters such as `engine`. */
  static async open(browser, site, query = {}, viewport = { width: 1280, height: 800 }) {
    const opened = await ThinkerPage.blank(browser, viewport);
    await opened.visit(site, query);
    return opened;
  }

  /** A window of its own that shows nothing yet. */
  static async blank(browser, viewport = { width: 1280, height: 800 }) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(HANG_MS);
    const blank = new ThinkerPage(page);
    page.on('pageerror', (error) => blank.failures.push(String(error)));
    return blank;
  }

  async visit(site, query = {}) {
    await this.page.goto(`${site.url}?${new URLSearchParams(query)}`);
  }

  constructor(page) {
    this.page = page;
    /** Errors that no code of the page caught. */
    this.failures = [];
  }

  element(name) {
    return this.page.getByTestId(name);
  }

  /** Waits for the model. @returns the name of the engine that runs it: `cpu` or `webgpu`. */
  async ready() {
    await this.page.waitForFunction(() => {
      const state = document.querySelector('[data-testid="status"]')?.dataset.state;
      return state === 'ready' || state === 'broken';
    });
    if (await this.errors()) throw new Error(`the page shows an error: ${await this.errors()}`);
    return this.element('engine').getAttribute('data-engine');
  }

  /** The errors the page shows, or an empty text. */
  async errors() {
    return (await this.element('error').allInnerTexts()).join('\n');
  }

  /** Waits for an error. @returns its text. */
  async error() {
    await this.element('error').first().waitFor();
    return this.errors();
  }

  async dismissErrors() {
    while ((await this.element('error').count()) > 0) {
      await this.element('error').first().getByRole('button').click();
    }
  }

  async chooseExample(example) {
    await this.element(`tab-${example.task}`).click();
    await this.element(`example-${example.id}`).click();
    await this.element(`example-${example.id}`).and(this.page.locator('[aria-pressed=true]')).waitFor();
  }

  /** Chooses a picture file that cannot be used. @returns the error, which may come only when it is run. */
  async refusal(name, bytes) {
    await this.chooseFile(name, bytes);
    await this.element('error').or(this.page.getByText(name)).first().waitFor();
    if (!(await this.errors())) {
      await this.element('question').fill('Mark point A.');
      await this.run();
    }
    return this.error();
  }

  /** Waits until the button can be pressed, and presses it. */
  async run() {
    await this.element('run').click();
  }

  /** Presses Stop, from inside the page, as soon as the next run has written so many tokens. */
  async stopAfter(tokens) {
    await this.page.evaluate((wanted) => {
      const observer = new MutationObserver(() => {
        const written = document.querySelector('[data-testid="tokens"]').textContent;
        const stop = document.querySelector('[data-testid="stop"]');
        if (written !== '' && written.split(',').length >= wanted && !stop.disabled) {
          observer.disconnect();
          stop.click();
        }
      });
      const everything = { subtree: true, childList: true, characterData: true, attributes: true };
      observer.observe(document.body, everything);
    }, tokens);
  }

  /** Waits for the end of the run. @returns the reason's name, such as `answered`. */
  async ended() {
    await this.page.waitForFunction(
      () =>
        document.querySelector('[data-testid="end-reason"]') || document.querySelector('[data-testid="error"]'),
    );
    if (await this.errors()) throw new Error(`the page shows an error: ${await this.errors()}`);
    return this.element('end-reason').getAttribute('data-reason');
  }

  /** The events of the last run, from the trace that the page offers. */
  async events() {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.element('trace-download').click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).split('\n').filter((line) => line !== '');
    return lines
      .map((line) => JSON.parse(line))
      .map((line) => (typeof line.event === 'object' ? line.event : line))
      .filter((line) => typeof line.event === 'string');
  }

  /** Waits until the canvas shows another picture after the run than before it. */
  async strokesVisible() {
    const canvas = () => document.querySelector('[data-testid="canvas"]').toDataURL();
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await this.element('before').click();
    await this.page.evaluate(painted);
    const before = await this.page.evaluate(canvas);
    await this.element('after').click();
    await this.page.waitForFunction(
      (before) => document.querySelector('[data-testid="canvas"]').toDataURL() !== before,
      before,
    );
  }

  async chooseFile(name, bytes, mimeType = 'image/png') {
    await this.element('file-input').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  }

  /** Keeps a picture of the page for people to look at. */
  async screenshot(name) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
  }

  async close() {
    await this.page.context().close();
  }
}

/** What a run's events say, in the words of `trainer infer --json`. */
export function outcome(events) {
  const of = (kind) => events.filter((event) => event.event === kind);
  return {
    tokens: of('token').map((event) => event.id),
    ops: of('draw').map((event) => event.op),
    answer: of('answer').at(-1)?.text ?? null,
    end: of('end').at(-1)?.reason.reason ?? null,
  };
}
