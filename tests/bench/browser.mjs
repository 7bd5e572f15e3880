// The page in headless Chromium: time to the first token and tokens a second, on both engines.
// A bundled example runs four times: the first warms the engine up, the median of the others counts.

import { launch } from '../e2e/chromium.mjs';
import { exampleOf } from '../e2e/native.mjs';
import { serve } from '../e2e/server.mjs';
import { ThinkerPage, outcome } from '../e2e/thinker_page.mjs';

const report = (what, value, unit) => console.log(JSON.stringify({ what, value, unit }));

/** Runs and gives the times of the first and the last token since the press of the button, in seconds. */
async function timedRun(page) {
  await page.page.evaluate(() => {
    const times = { start: 0, first: 0, last: 0 };
    window.timesOfTheRun = times;
    const run = document.querySelector('[data-testid="run"]');
    run.addEventListener('click', () => (times.start = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const written = parseInt(document.querySelector('[data-testid="tokens"]')?.textContent ?? '', 10);
      if (!times.start || !(written >= 1)) return;
      times.first ||= performance.now();
      const over = document.querySelector('[data-testid="end-reason"]')?.dataset.reason;
      if (!over) times.last = performance.now();
      else observer.disconnect();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.run();
  await page.ended();
  const { start, first, last } = await page.page.evaluate(() => window.timesOfTheRun);
  const { tokens } = outcome(await page.events());
  return { first: (first - start) / 1000, rate: (1000 * (tokens.length - 1)) / (last - first) };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const site = await serve();
const browser = await launch();
try {
  for (const [engine, query] of [
    ['cpu', { engine: 'cpu' }],
    ['webgpu', { engine: 'webgpu', max_tokens: 16 }],
  ]) {
    const page = await ThinkerPage.open(browser, site, query);
    await page.ready();
    await page.chooseExample(exampleOf('reasoning'));
    await timedRun(page);
    const runs = [await timedRun(page), await timedRun(page), await timedRun(page)];
    const adapter = (await page.element('engine').innerText()).replace(/\s+/g, ' ').trim();
    const first = median(runs.map((run) => run.first));
    const rate = median(runs.map((run) => run.rate));
    report(`${adapter}: press of the button to first token`, first, 's');
    report(`${adapter}: tokens a second`, rate, '');
    await page.close();
  }
} finally {
  await browser.close();
  site.stop();
}
