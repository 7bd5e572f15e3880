// The page about the flywheel's problems, as a reader uses it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { launch } from './chromium.mjs';
import { serve } from './server.mjs';
import { SCREENSHOTS } from './thinker_page.mjs';

describe('the page about the problems', () => {
  let site;
  let browser;
  let page;
  const failures = [];

  before(async () => {
    site = await serve();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.goto(`${site.url}flywheel.html`);
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  const cards = () => page.locator('.card');

  it('shows problems before and after', async () => {
    assert.ok((await cards().count()) >= 20);
    const picture = cards().first().locator('img');
    const before = await picture.getAttribute('src');
    await cards().first().getByRole('button').click();
    assert.notEqual(await picture.getAttribute('src'), before);
    await page.screenshot({ path: `${SCREENSHOTS}/flywheel.png` });
  });

  it('filters by domain and task', async () => {
    const all = await page.locator('#shown').innerText();
    await page.locator('#domain').selectOption('Physics');
    await page.locator('#task').selectOption('reasoning');
    assert.notEqual(await page.locator('#shown').innerText(), all);
    for (const tags of await page.locator('.tags').allInnerTexts()) assert.match(tags, /Physics/);
    await page.locator('#domain').selectOption('');
    await page.locator('#task').selectOption('');
    assert.equal(await page.locator('#shown').innerText(), all);
  });

  it('opens the knowledge tree down to a principle', async () => {
    const open = async (name) => {
      await page.locator('summary', { hasText: name }).first().click();
    };
    await open('Mathematics (');
    await open('Geometry (');
    await open('Plane geometry (');
    await open('Triangles (');
    await page.locator('summary', { hasText: 'Angles of a triangle' }).first().click();
    await page.getByText('The three inner angles of every triangle add up to 180 degrees.').waitFor();
    assert.deepEqual(failures, []);
  });
});
