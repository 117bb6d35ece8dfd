// How fluid the window stays with a packet of 1,000 pages: a real browser scrolls its preview and turns its pages.
// node tests/bench/window.ts [--pages 1000] [--json]. Needs a built window (npm run build) and Chromium. Makes its vault itself, in a temporary folder.
// Tells for each thing done: frames a second, the longest wait between two frames, tasks longer than 50 ms, and the memory of the page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServing } from '../../electron/serve.ts';
import { findWholeBrowser, launchBrowser } from '../helpers/browser.ts';
import { describeFluidity, type Fluidity, scrolled, watched } from './fluidity.ts';
import { fillWindowVault, PASSPHRASE } from './packet/window-vault.ts';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '1000' }, json: { type: 'boolean' } } });
const program = findWholeBrowser();
if (program === undefined) throw new Error('No Chromium or Chrome was found.');
const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-bench-window-'));

const vaultDir = join(dir, 'vault');
const caseId = await fillWindowVault(vaultDir, Number(values.pages));
const arrived = Promise.withResolvers<string>();
const serving = startServing({ vaultDir, onAddress: arrived.resolve });
const browser = await launchBrowser(program);
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(180_000);
  await page.goto(await arrived.promise);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link').first().waitFor();
  const open = (part: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#/cases/${caseId}/packet/${part}`);
  const all: Fluidity[] = [];
  all.push(
    await watched(page, 'open the set-up', async () => {
      await open('setup');
      await page.locator('.exhibit-row').first().waitFor();
    }),
    await watched(page, 'open the preview', async () => {
      await open('preview');
      await page.locator('.page-strip-item').first().waitFor();
    }),
    await watched(page, 'scroll slowly', () => scrolled(page, '.page-strip', 24, 300)),
    await watched(page, 'scroll fast', () => scrolled(page, '.page-strip', 480, 300)),
    await watched(page, 'turn 40 pages', async () => {
      await page.locator('.page-strip').focus();
      for (let turn = 0; turn < 40; turn += 1) await page.keyboard.press('PageDown');
    }),
  );
  const memory = await page.evaluate(
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  );
  if (values.json === true) process.stdout.write(`${JSON.stringify({ all, heapMb: memory / 1e6 })}\n`);
  else {
    for (const each of all) process.stdout.write(describeFluidity(each));
    process.stdout.write(`heap of the page: ${(memory / 1e6).toFixed(0)} MB\n`);
  }
} finally {
  await browser.close();
  serving.stop();
  await serving.ended;
  rmSync(dir, { recursive: true, force: true });
}
