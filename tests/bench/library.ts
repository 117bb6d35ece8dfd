// How fluid the window stays with a library of 10,000 papers: a real browser scrolls the list and the grid.
// node tests/bench/library.ts [--papers 10000] [--json]. Needs a built window (npm run build) and Chromium. Makes its vault itself, in a temporary folder.
import { parseArgs } from 'node:util';
import { findWholeBrowser, openApp } from '../helpers/browser.ts';
import { PASSPHRASE } from '../helpers/core.ts';
import { fillWithPapers, titleOfPaper } from '../helpers/many-papers.ts';
import { describeFluidity, type Fluidity, scrolled, watched } from './fluidity.ts';

const { values } = parseArgs({ options: { papers: { type: 'string', default: '10000' }, json: { type: 'boolean' } } });
const program = findWholeBrowser();
if (program === undefined) throw new Error('No Chromium or Chrome was found.');
const count = Number(values.papers);
const app = await openApp(program, { fill: (dir) => fillWithPapers(dir, PASSPHRASE, count) });
try {
  const { page } = app;
  page.setDefaultTimeout(120_000);
  const top = () => page.evaluate(() => window.scrollTo(0, 0));
  const newest = page.getByRole('link', { name: titleOfPaper(count), exact: true });
  const all: Fluidity[] = [];
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  all.push(
    await watched(page, 'unlock and list', async () => {
      await page.keyboard.press('Enter');
      await newest.waitFor();
    }),
    await watched(page, 'list, slowly', () => scrolled(page, 'html', 24, 300)),
    await watched(page, 'list, fast', () => scrolled(page, 'html', 2400, 300)),
  );
  await top();
  all.push(
    await watched(page, 'to the grid', async () => {
      await page.getByRole('button', { name: 'As a grid of pictures' }).click();
      await page.locator('.paper-tile').first().waitFor();
    }),
    await watched(page, 'grid, slowly', () => scrolled(page, 'html', 24, 300)),
    await watched(page, 'grid, fast', () => scrolled(page, 'html', 1200, 300)),
  );
  const heapMb = await page.evaluate(
    () => ((performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0) / 1e6,
  );
  if (values.json === true) process.stdout.write(`${JSON.stringify({ all, heapMb })}\n`);
  else process.stdout.write(`${all.map(describeFluidity).join('')}heap of the page: ${heapMb.toFixed(0)} MB\n`);
} finally {
  await app.close();
}
