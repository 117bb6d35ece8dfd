// Files of a packet in a real browser: volumes for a portal, a fax copy, a smaller copy looked at before, a locked copy; saved and removed.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type OpenApp, openUnlocked } from '../../helpers/browser.ts';
import { noisyScan, scansPdf } from '../../helpers/copy-packets.ts';
import { runTool } from '../../helpers/pdf.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { addPapers, clickUntil } from '../../helpers/window.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');
const PASSWORD = 'harbour Quilt-29 moss';

describe.skipIf(program === undefined)('files of a packet in a browser', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openUnlocked(program ?? '');
    page = app.page;
    const text = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url));
    const scans = await Promise.all([1, 2, 3].map((seed) => noisyScan(`Chart page ${seed}`, 100, seed)));
    await addPapers(page, [
      { name: 'denial.txt', mimeType: 'text/plain', buffer: await text('001-ketamine-depression-denial') },
      { name: 'doctor.txt', mimeType: 'text/plain', buffer: await text('007-letter-of-medical-necessity') },
      { name: 'policy.txt', mimeType: 'text/plain', buffer: await text('009-quillback-policy-bh207') },
      { name: 'chart.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await scansPdf(scans)) },
    ]);
    await page
      .getByRole('main')
      .getByRole('link', { name: /denial|notice|decision/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'Make a case from this denial' }).click();
    await page.getByRole('tab', { name: 'Packet', exact: true }).click();
    await page.getByRole('button', { name: 'Build packet', exact: true }).waitFor();
  }, 150_000);
  afterAll(() => app?.close());

  const panel = () => page.getByRole('region', { name: 'Send, print, keep' });
  const exhibits = () => page.locator('.exhibit-row');
  const files = () => panel().getByRole('list', { name: 'Files of this version' });
  const open = (name: string | RegExp) => panel().getByRole('button', { name }).click();

  const look = (name: string) => lookAtScreen(page, name, { shown: panel() });

  /** Saves a file of the list and gives its path on disk. */
  const saved = async (name: RegExp): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      files().getByRole('link', { name }).first().click(),
    ]);
    return download.path();
  };

  test('are offered once a version is built', async () => {
    expect(await panel().count()).toBe(0);
    await exhibits().first().waitFor();
    const before = await exhibits().count();
    await page.getByRole('combobox', { name: 'Also enclose' }).click();
    const papers = page.getByRole('listbox', { name: 'Also enclose' }).getByRole('option');
    await expect.poll(() => papers.count(), { timeout: 60_000 }).toBe(4);
    await clickUntil(papers.filter({ hasText: /chart/i }), async () => (await exhibits().count()) === before + 1);
    await page.keyboard.press('Escape');
    await expect.poll(() => exhibits().count(), { timeout: 60_000 }).toBe(before + 1);
    await page.getByRole('button', { name: 'Build packet', exact: true }).click();
    await page.getByRole('link', { name: 'Show the versions' }).click({ timeout: 60_000 });
    await panel().waitFor({ timeout: 60_000 });
    await panel().getByText('Version 1', { exact: false }).first().waitFor();
    await look('copies-start');
  });

  test('volumes for a portal are made below its limit, complete and checked', async () => {
    await open('For a portal with a size limit…');
    await panel().getByText('below this limit already').waitFor();
    await panel().getByLabel('Largest file the portal takes, in MB').fill('0.5');
    await look('copies-volumes');
    await open('Make volumes');
    await files()
      .getByText(/^Volumes \(\d\)$/)
      .waitFor({ timeout: 60_000 });
    const file = await saved(/^Save appeal-packet-v1-volume-1-of-\d\.pdf$/);
    expect(runTool('qpdf', ['--check', file])).toContain('No syntax');
    expect((await readFile(file)).length).toBeLessThanOrEqual(500_000);
  });

  test('a smaller copy is looked at before it is made', async () => {
    await open('Smaller copy…');
    await panel()
      .getByText(/KB becomes .* KB|MB becomes/)
      .waitFor({ timeout: 60_000 });
    for (const name of ['now', 'smaller'])
      await expect
        .poll(() =>
          panel()
            .getByAltText(new RegExp(`, ${name}$`))
            .evaluate((image: HTMLImageElement) => image.naturalWidth),
        )
        .toBeGreaterThan(500);
    await look('copies-smaller');
    await open('Make smaller copy');
    await files().getByText('Smaller copy', { exact: true }).waitFor({ timeout: 60_000 });
  });

  test('a locked copy asks for a good password, by keyboard alone, and opens with it', async () => {
    await open('Copy with a password…');
    await panel().getByLabel('Password of the copy').fill('short');
    await panel().getByText('does not follow the rules').waitFor();
    await panel().getByLabel('Password of the copy').fill(PASSWORD);
    await panel().getByLabel('The same password again').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await files().getByText('Copy with a password', { exact: true }).waitFor({ timeout: 60_000 });
    const file = await saved(/encrypted\.pdf$/);
    expect(runTool('qpdf', [`--password=${PASSWORD}`, '--check', file])).toContain('No syntax');
    expect(await page.content()).not.toContain(PASSWORD);
  });

  test('fax copy, print set, letter and manifest come too; what is removed is gone', async () => {
    await open('Fax copy…');
    await open('Make fax copy');
    await files().getByText('Fax copy', { exact: true }).waitFor({ timeout: 60_000 });
    expect(runTool('pdfimages', ['-list', await saved(/fax\.pdf$/)])).toMatch(/1\s+ccitt/);
    await open('Print set…');
    await open('Make print set');
    await files().getByText('Print set', { exact: true }).waitFor({ timeout: 60_000 });
    await open('Editable letter (DOCX)');
    await files().getByText('Editable letter', { exact: true }).waitFor({ timeout: 60_000 });
    await open('Manifest…');
    await open('Make manifest');
    await files().getByText('Manifest', { exact: true }).waitFor({ timeout: 60_000 });
    await look('copies-all');
    await files().getByRole('button', { name: 'Remove Print set' }).click();
    await files().getByRole('button', { name: 'Remove for good' }).click();
    await expect.poll(() => files().getByText('Print set', { exact: true }).count()).toBe(0);
    expect(app.faults).toEqual([]);
  });
});
