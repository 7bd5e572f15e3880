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
    const context = await browser.newContext({ viewport, acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(HANG_MS);
    const opened = new ThinkerPage(page);
    page.on('pageerror', (error) => opened.failures.push(String(error)));
    await page.goto(`${site.url}?${new URLSearchParams(query)}`);
    return opened;
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
      const text = (name) => document.querySelector(`[data-testid="${name}"]`)?.textContent ?? '';
      return /cpu|webgpu/i.test(text('engine')) || text('error').trim() !== '';
    });
    if (await this.error()) throw new Error(`the page shows an error: ${await this.error()}`);
    return /webgpu/i.test(await this.element('engine').textContent()) ? 'webgpu' : 'cpu';
  }

  /** The error the page shows, or an empty text. */
  async error() {
    const shown = this.element('error');
    return (await shown.count()) > 0 ? (await shown.first().innerText()).trim() : '';
  }

  async waitForError() {
    await this.page.waitForFunction(
      () => (document.querySelector('[data-testid="error"]')?.textContent ?? '').trim() !== '',
    );
    return this.error();
  }

  async chooseExample(example) {
    await this.element(`task-${example.task}`).click();
    await this.element(`example-${example.id}`).click();
  }

  /** Waits until the button can be pressed, and presses it. */
  async run() {
    await this.element('run').click();
  }

  /** Waits for the end of the run. @returns the reason's name, such as `answered`. */
  async ended() {
    const ended = await this.page.waitForFunction(() => {
      const reason = document.querySelector('[data-testid="end-reason"]')?.dataset.reason;
      const error = document.querySelector('[data-testid="error"]')?.textContent ?? '';
      return reason || (error.trim() !== '' && 'error');
    });
    const reason = await ended.jsonValue();
    if (reason === 'error') throw new Error(`the page shows an error: ${await this.error()}`);
    return reason;
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

  /** The pixels of the canvas, as a data address. */
  pixels() {
    return this.element('canvas').evaluate((element) =>
      (element instanceof HTMLCanvasElement ? element : element.querySelector('canvas')).toDataURL(),
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
