// The whole journey in a real browser on the real core: create, sample case from its scans, packet, lock, unlock, own papers, search.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { mailOf } from '../../helpers/mails.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { runTool } from '../../helpers/pdf.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { withPassword } from '../../helpers/torture/files.ts';
import { chooseOption, chooseThePassphrase, typeBackTheWords } from '../../helpers/window.ts';

const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');

/** Where pictures of the screens go when they are wanted (for the README). */
const pictures = process.env.APPEAL_VAULT_PICTURES;

/** Milliseconds for reading the scans of the sample case: half a minute as a rule, many times that where the machine has other work. */
const READ_WITHIN = 300_000;

describe.skipIf(program === undefined)('the app in a browser', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp(program ?? '', {
      prepare: (fresh, host, faults) => {
        fresh.on('request', (request) => {
          if (!request.url().startsWith(host.origin) && !/^(data|blob):/.test(request.url()))
            faults.push(`left the computer: ${request.url()}`);
        });
      },
    });
    page = app.page;
  });
  afterAll(() => app?.close());

  const picture = async (name: string) => {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  const check = async (name: string) => {
    await picture(name);
    expect(await accessibilityFaults(page), name).toEqual([]);
  };

  test('creates a vault; the recovery words are shown once and asked back', async () => {
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    await check('welcome');
    const words = await chooseThePassphrase(page, PASSPHRASE);
    await check('words');
    await typeBackTheWords(page, words);
    await check('empty');
  });

  test('reads the sample case from its scans', { timeout: 2 * READ_WITHIN }, async () => {
    await page.getByRole('button', { name: 'Try it with the sample case' }).click();
    await page.getByRole('progressbar').first().waitFor();
    await picture('reading');
    await page.getByRole('link', { name: /Open the (sample )?case/ }).click({ timeout: READ_WITHIN });
    await page.getByRole('heading', { name: /Experimental or investigational/ }).waitFor();
    await page.getByRole('heading', { name: /Not medically necessary/ }).waitFor();
    await expect.poll(() => page.getByText('March 13, 2027').count()).toBeGreaterThan(0);
    await check('case');
    await page
      .getByRole('heading', { name: 'Pages that answer this' })
      .first()
      .evaluate((heading) => heading.closest('article')?.scrollIntoView());
    await picture('reasons');
    await page.getByRole('tab', { name: 'Facts' }).click();
    await page.getByLabel('Patient or member').waitFor();
    await check('facts');
    await page.getByRole('tab', { name: 'Appeal letter' }).click();
    await page.getByRole('article', { name: 'Appeal letter' }).waitFor();
    await check('letter');
  });

  test('shows the denial with its reasons marked on the page', async () => {
    await page.getByRole('link', { name: 'Papers' }).click();
    await page
      .getByRole('link', { name: /NOTICE OF ADVERSE BENEFIT DETERMINATION/ })
      .first()
      .waitFor();
    await check('papers');
    await page
      .getByRole('link', { name: /NOTICE OF ADVERSE BENEFIT DETERMINATION/ })
      .first()
      .click();
    await page
      .getByRole('img', { name: /page 1/i })
      .first()
      .waitFor();
    // The words over the picture say the same, in lines without a size of their own: the panel is what is read here.
    await page.getByLabel('About this denial').getByText('lists intravenous ketamine for depression').first().waitFor();
    await page.locator('.text-layer [data-word]', { hasText: 'ketamine' }).first().waitFor();
    await check('paper');
  });

  test('builds a packet that an independent tool finds sound, and shows its pages', async () => {
    await page.getByRole('link', { name: 'Cases' }).click();
    await page
      .getByRole('link', { name: /QUILLBACK/i })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Packet' }).click();
    await page.getByRole('button', { name: 'Build packet' }).click();
    await page.getByRole('link', { name: 'Show the versions' }).click({ timeout: 60_000 });
    await page.getByRole('article', { name: 'Version 1', exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save PDF of version 1' }).click();
    const file = await (await download).path();
    expect(runTool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: 'Look through version 1' }).click();
    await page
      .getByRole('img', { name: /page 1/i })
      .first()
      .waitFor();
    await check('packet');
  });

  test('lock closes everything; a wrong passphrase is one plain sentence; the right one opens again', async () => {
    await page.keyboard.press('Control+l');
    await page.getByLabel('Passphrase', { exact: true }).waitFor({ timeout: 60_000 });
    expect(await page.content()).not.toContain('Sandquist');
    await page.getByLabel('Passphrase', { exact: true }).fill('something else entirely');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('That passphrase does not open this vault.').waitFor({ timeout: 60_000 });
    await check('unlock');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('link', { name: 'Papers' }).waitFor({ timeout: 60_000 });
  });

  test('takes own papers in, refuses a broken one in words, and finds what they say', async () => {
    await page.getByRole('link', { name: 'Papers' }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        {
          name: 'note.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('Call with the plan about kumquat infusion, reference 5512.'),
        },
        { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nnothing') },
      ]);
    await page.getByText('The file is damaged or cut off').first().waitFor({ timeout: 60_000 });
    await picture('report');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('kumquat');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /note/i }).first().waitFor();
    await check('search');
  });

  test('treats several papers at once, and takes it back', async () => {
    await page.getByRole('link', { name: 'Papers' }).click();
    const choices = page.getByRole('list').getByRole('checkbox', { name: /^Choose / });
    await choices.nth(0).check();
    await choices.nth(2).click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: 'Chosen papers' });
    await bar.getByText('3 papers chosen').waitFor();
    await bar.getByRole('button', { name: 'Tag' }).click();
    await page.getByRole('combobox', { name: 'Tag', exact: true }).fill('to ask');
    await page.getByRole('button', { name: 'Add the tag' }).click();
    await expect.poll(() => page.locator('.paper-row').getByText('to ask', { exact: true }).count()).toBe(3);
    await lookAtScreen(page, 'papers-chosen');
    await bar.getByRole('button', { name: 'Move to the trash' }).click();
    await expect.poll(() => page.locator('.paper-row').getByText('to ask', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => page.locator('.paper-row').getByText('to ask', { exact: true }).count()).toBe(3);
  });

  test('narrows a search down, keeps it, and shows similar spellings apart', async () => {
    const search = async (words: string) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    };
    const status = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor();
    await search('kumqaut');
    const similar = page.getByRole('region', { name: 'In a similar spelling' });
    await similar.getByRole('link', { name: /note/ }).waitFor();
    await search('ketamine');
    await status(/pages with “ketamine”/);
    await chooseOption(page, page.getByRole('combobox', { name: 'Kinds of paper' }), 'Medical policy');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('region', { name: 'Search results' }).getByRole('article').count()).toBe(2);
    await page.getByRole('button', { name: 'Keep this search' }).click();
    await page.getByLabel('Name of this search').fill('The policy');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: 'Search all papers' }).click();
    await lookAtScreen(page, 'search-narrow');
    await search('kumquat');
    await status(/with “kumquat”/);
    await page.getByRole('button', { name: 'The policy', exact: true }).click();
    await status(/2 pages with “ketamine”/);
  });

  test('keeps a locked paper, asks for its password, and reads it then', async () => {
    await page.getByRole('link', { name: 'Papers' }).click();
    const buffer = withPassword('quince-1962');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([{ name: 'locked.pdf', mimeType: 'application/pdf', buffer }]);
    await page.getByText('1 paper waiting for a password').waitFor({ timeout: 60_000 });
    await check('papers-locked');
    await page.getByRole('link', { name: 'Needs its password' }).click();
    const field = page.getByLabel('Password of this PDF', { exact: true });
    await field.fill('quince-1926');
    await page.keyboard.press('Enter');
    await page.getByText('That password does not open this paper.').waitFor({ timeout: 60_000 });
    await lookAtScreen(page, 'paper-locked');
    await field.fill('quince-1962');
    await page.keyboard.press('Enter');
    await page
      .getByRole('img', { name: /page 1/i })
      .first()
      .waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('takes what is pasted: text as a note, and a mail whose attachments know where they came from', async () => {
    await page.getByRole('link', { name: 'Papers' }).click();
    await page.getByRole('button', { name: 'Add papers' }).waitFor();
    const paste = (text: string, mail?: string) =>
      page.evaluate(
        ([words, base64]) => {
          const clipboardData = new DataTransfer();
          const bytes = Uint8Array.from(atob(base64 ?? ''), (sign) => sign.charCodeAt(0));
          if (bytes.length > 0) clipboardData.items.add(new File([bytes], 'decision.eml'));
          else clipboardData.setData('text/plain', words ?? '');
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
        },
        [text, mail],
      );
    await paste('They called on Monday: huckleberry');
    await page.getByRole('link', { name: /Pasted note/ }).waitFor({ timeout: 60_000 });
    const parts = [{ name: 'medlar.txt', type: 'text/plain', bytes: 'Medlar terms of the plan' }];
    await paste('', mailOf({ subject: 'Decision', text: 'See what is attached.', parts }).toString('base64'));
    await page.getByText('2 papers added (1 out of mails and ZIP files)').waitFor({ timeout: 60_000 });
    await page.locator('.paper-list li', { hasText: 'decision.eml' }).getByRole('link').first().click();
    await page.getByText('Attached to this mail:').getByRole('link').click();
    await page.getByText('Came with the mail').getByRole('link').waitFor();
    await check('paper-attached');
  });

  test('takes a folder with all that stands in it, but what is hidden', async () => {
    await page.getByRole('link', { name: 'Papers' }).click();
    await page.getByRole('button', { name: 'Add a folder' }).waitFor();
    const folder = await mkdtemp(join(tmpdir(), 'appeal-vault-pile-'));
    try {
      await mkdir(join(folder, 'may'));
      await writeFile(join(folder, 'may', 'mangosteen.txt'), 'Mangosteen letter of May');
      await writeFile(join(folder, '.hidden.txt'), 'hidden');
      await page.getByTestId('folder-input').setInputFiles(folder);
      await page.getByRole('status').filter({ hasText: '1 paper added' }).first().waitFor({ timeout: 60_000 });
      await page.locator('.paper-list li', { hasText: 'mangosteen.txt' }).waitFor();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('nothing went wrong unseen, and nothing was asked of any other machine', () => {
    expect(app.faults).toEqual([]);
  });
});
