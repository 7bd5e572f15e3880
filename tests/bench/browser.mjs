// The page in headless Chromium: time to the first token and tokens a second, on both engines.
// A bundled example runs four times: the first warms the engine up, the median of the others counts.

import { launch } from '../e2e/chromium.mjs';
import { exampleOf } from '../e2e/native.mjs';
import { serve } from '../e2e/server.mjs';
import { ThinkerPage } from '../e2e/thinker_page.mjs';

const report = (what, value, unit) => console.log(JSON.stringify({ what, value, unit }));

/** Runs and gives the seconds from the press of the button to the first token, and tokens a second after it. */
async function timedRun(page, stopAfter) {
  await page.page.evaluate(() => {
    const times = { start: 0, first: 0, last: 0, written: 0 };
    window.timesOfTheRun = times;
    const run = document.querySelector('[data-testid="run"]');
    run.addEventListener('click', () => (times.start = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const ids = document.querySelector('[data-testid="tokens"]').textContent;
      const written = times.start && ids !== '' ? ids.split(',').length : 0;
      if (written <= times.written) return;
      times.last = performance.now();
      times.first ||= times.last;
      times.firstWritten ||= written;
      times.written = written;
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  if (stopAfter) await page.stopAfter(stopAfter);
  await page.run();
  await page.ended();
  const { start, first, firstWritten, last, written } = await page.page.evaluate(() => window.timesOfTheRun);
  return { first: (first - start) / 1000, rate: (1000 * (written - firstWritten)) / (last - first) };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const site = await serve();
const browser = await launch();
try {
  for (const [engine, stopAfter] of [
    ['cpu', 0],
    // In software it is so slow that a few tokens must do.
    ['webgpu', 16],
  ]) {
    const page = await ThinkerPage.open(browser, site, { engine });
    await page.ready();
    await page.chooseExample(exampleOf('reasoning'));
    await timedRun(page, stopAfter);
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await timedRun(page, stopAfter));
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
