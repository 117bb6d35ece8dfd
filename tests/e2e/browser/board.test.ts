// With the keyboard alone, in a real browser on the real core: from nothing to a complete board of reasons, criteria and history.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type OpenApp, openApp } from '../../helpers/browser.ts';
import { type Keyboard, keyboardOf } from '../../helpers/keyboard.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { lookAtScreen } from '../../helpers/screens.ts';

const PAPERS = [
  '001-ketamine-depression-denial.txt',
  '005-psychiatry-visit-note.txt',
  '006-phq9-score-record.txt',
  '007-letter-of-medical-necessity.txt',
  '008-lowenridge-plan-excerpt.txt',
  '009-quillback-policy-bh207.txt',
];
const program = findBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');

/** Tries until it holds; a slow machine may take a few seconds. */
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('the board of reasons, by keyboard', () => {
  let app: OpenApp;
  let page: Page;
  let keys: Keyboard;

  beforeAll(async () => {
    app = await openApp(program ?? '');
    page = app.page;
    keys = keyboardOf(page);
  });
  afterAll(() => app?.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const reason = (name: string): Locator => page.getByRole('article', { name: new RegExp(name) });
  const dialog = () => page.getByRole('dialog');
  const tab = async (name: string) => {
    const wanted = page.getByRole('tab', { name, exact: true });
    await keys.reach(page.getByRole('tab', { selected: true }).first());
    const hasFocus = () => wanted.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 12 && !(await hasFocus()); presses += 1) await page.keyboard.press('ArrowRight');
    await soon(() => wanted.getAttribute('aria-selected')).toBe('true');
  };
  const undo = async () => {
    await button('Undo').last().waitFor();
    await page.keyboard.press('ControlOrMeta+z');
  };
  const look = (name: string) => lookAtScreen(page, name);
  const lookAtDialog = (name: string) => lookAtScreen(page, name, { isWindow: true });

  test('a new user makes a vault, adds papers and makes a case from the denial', async () => {
    await keys.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await keys.type(page.getByLabel('Passphrase, once more'), PASSPHRASE);
    await keys.press(button('Create the vault'));
    const items = page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
    await items.nth(23).waitFor({ timeout: 60_000 });
    const words = (await items.allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '');
    await keys.press(button('I have written them down'));
    await page
      .getByLabel(/^Word \d+/)
      .first()
      .waitFor();
    for (const input of await page.getByLabel(/^Word \d+/).all()) {
      const label = await input.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? '');
      await keys.type(input, words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
    }
    await keys.press(button('Open the vault'));
    const chooser = page.waitForEvent('filechooser');
    await keys.press(button('Add papers'));
    await (await chooser).setFiles(await Promise.all(PAPERS.map(paper)));
    await page.getByText(`${PAPERS.length} papers in the vault`).waitFor({ timeout: 60_000 });
    await keys.press(page.getByRole('link', { name: /NOTICE OF ADVERSE/ }).first());
    await keys.press(button('Make a case from this denial'));
    await page.getByText(/^0 of 2 reasons answered/).waitFor();
  });

  test('confirms the reasons and accepts pages; the focus stays with the page', async () => {
    for (const name of ['Experimental or investigational', 'Not medically necessary']) {
      await keys.press(button(`Confirm: ${name}`));
      await reason(name).getByText('Confirmed by you').waitFor();
      const accept = reason(name)
        .getByRole('button', { name: /^Accept / })
        .first();
      await keys.press(accept);
      await reason(name).getByText('Accepted', { exact: true }).waitFor();
    }
    await page.getByText(/^2 of 2 reasons answered/).waitFor();
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-state'))).toBe('accepted');
  });

  test('rejects a suggestion and takes it back', async () => {
    const card = reason('Not medically necessary');
    const before = await card.getByRole('button', { name: /^Accept / }).count();
    await keys.press(card.getByRole('button', { name: /^Reject / }).first());
    await card.getByRole('button', { name: 'Show 1 rejected page' }).waitFor();
    await undo();
    await soon(() => card.getByRole('button', { name: /^Accept / }).count()).toBe(before);
  });

  test('moves an accepted page to the other reason, and back', async () => {
    const from = reason('Not medically necessary');
    const to = reason('Experimental or investigational');
    await keys.fromMenu(
      from.getByRole('button', { name: /^Move to another reason/ }).first(),
      'Experimental or investigational',
    );
    await soon(() => to.getByText('Accepted', { exact: true }).count()).toBe(2);
    await soon(() => from.getByText('Accepted', { exact: true }).count()).toBe(0);
    await undo();
    await soon(() => from.getByText('Accepted', { exact: true }).count()).toBe(1);
    await soon(() => to.getByText('Accepted', { exact: true }).count()).toBe(1);
  });

  test('links a page by hand', async () => {
    const card = reason('Not medically necessary');
    await keys.press(card.getByRole('button', { name: 'Link a page to Not medically necessary' }));
    await dialog().waitFor();
    await keys.search(dialog().getByRole('combobox', { name: 'Paper' }), 'note');
    await dialog().getByRole('img', { name: 'Page 1 of the chosen paper' }).waitFor();
    await lookAtDialog('link-page');
    await keys.press(dialog().getByRole('button', { name: 'Link', exact: true }));
    await soon(() => card.getByText('Accepted', { exact: true }).count()).toBe(2);
    await soon(() => dialog().count()).toBe(0);
  });

  test('says what was asked for and what does not apply, with a note, and takes it back', async () => {
    const card = reason('Not medically necessary');
    const states = card.getByRole('combobox', { name: /^State of: / });
    await keys.choose(states.nth(0), 'Asked for');
    await card
      .getByText(/^You said so on /)
      .first()
      .waitFor();
    await keys.type(card.getByRole('textbox', { name: /^Note on: / }).first(), 'Called the office, they will send it.');
    await page.keyboard.press('Tab');
    await card.getByText('Saved', { exact: true }).first().waitFor();
    await keys.choose(states.nth(1), 'Does not apply');
    await soon(() => card.getByText(/^You said so on /).count()).toBe(2);
    await undo();
    await soon(() => card.getByText(/^You said so on /).count()).toBe(1);
    await look('board');
  });

  test('criteria: a state by hand, a page linked to one, one of the user’s own', async () => {
    await tab('Criteria');
    await page.getByRole('heading', { name: 'What the policy asks, and what your papers show' }).waitFor();
    const summary = page.getByText(/^\d+ of \d+ met/);
    await summary.waitFor();
    const first = page.getByRole('article').first();
    await keys.choose(first.getByRole('combobox', { name: /^How it stands/ }), 'Met');
    await first.getByText('You said so.').waitFor();
    const second = page.getByRole('article').nth(1);
    await keys.press(second.getByRole('button', { name: /^Link a page to / }));
    await keys.search(dialog().getByRole('combobox', { name: 'Paper' }), 'note');
    await dialog().getByRole('img', { name: 'Page 1 of the chosen paper' }).waitFor();
    await keys.type(dialog().getByLabel('What the page shows (optional)'), 'tried without effect');
    await keys.press(dialog().getByRole('button', { name: 'Link', exact: true }));
    await second.getByText('(linked by you)').waitFor();
    await keys.press(button('Add a criterion'));
    await keys.type(dialog().getByLabel('Number or letter (optional)'), '9.9');
    await keys.type(dialog().getByLabel('What the policy asks'), 'The treatment is given in a clinic.');
    await keys.press(dialog().getByRole('button', { name: 'Save' }));
    const own = page.getByRole('article', { name: /^9\.9 The treatment/ });
    await own.getByText('Added by you').waitFor();
    await soon(() => summary.textContent()).toMatch(/9\.9/);
    await keys.reach(page.getByRole('checkbox', { name: 'Put the table of criteria into the packet' }));
    await page.keyboard.press('Space');
    await look('criteria');
  });

  test('a criterion is hidden and brought back', async () => {
    const own = page.getByRole('article').first();
    const before = await page.getByRole('article').count();
    await keys.fromMenu(own.getByRole('button', { name: /^More for / }), 'Hide this criterion');
    await soon(() => page.getByRole('article').count()).toBe(before - 1);
    await page.getByText('1 hidden criterion').waitFor();
    await undo();
    await soon(() => page.getByRole('article').count()).toBe(before);
  });

  test('history: a treatment and two scores are added, drawn and named', async () => {
    await tab('History');
    await keys.press(button('Add a treatment'));
    await keys.type(dialog().getByLabel('Name'), 'venlafaxine');
    await keys.type(dialog().getByLabel('Dose', { exact: true }), '225 mg a day');
    await keys.type(dialog().getByLabel('From'), '3/2023');
    await dialog().getByText('That is March 2023.').waitFor();
    expect(await dialog().getByLabel('Class (optional)').inputValue()).toMatch(/SNRI/);
    await keys.choose(dialog().getByRole('combobox', { name: 'How it went' }), 'Did not help');
    await lookAtDialog('treatment-dialog');
    await keys.press(dialog().getByRole('button', { name: 'Save' }));
    const row = page.getByRole('listitem').filter({ hasText: 'venlafaxine' }).filter({ hasText: 'Added by you' });
    await row.getByText('from March 2023').waitFor();
    await row.getByText('End not known').waitFor();
    for (const [value, day] of [
      ['28', '1/10/2023'],
      ['8', '6/2/2023'],
    ] as const) {
      await keys.press(button('Add a score'));
      await keys.choose(dialog().getByRole('combobox', { name: 'Scale' }), 'Y-BOCS (obsessions and compulsions)');
      await keys.type(dialog().getByLabel('Score', { exact: true }), value);
      await keys.type(dialog().getByLabel('Day'), day);
      await keys.press(dialog().getByRole('button', { name: 'Save' }));
      await soon(() => dialog().count()).toBe(0);
    }
    const table = page.getByRole('table', { name: 'Scores: Y-BOCS (obsessions and compulsions)' });
    await table.getByText('severe OCD').waitFor();
    await page.getByRole('img', { name: /^Y-BOCS .*from 28 down to 8/ }).waitFor();
    await look('history');
  });

  test('a treatment is taken out and brought back', async () => {
    const row = page.getByRole('listitem').filter({ hasText: 'venlafaxine' }).filter({ hasText: 'Added by you' });
    await keys.press(button('Take out: venlafaxine').last());
    await soon(() => row.count()).toBe(0);
    await undo();
    await row.waitFor();
  });

  test('a treatment that was read is corrected, and says again what the page says', async () => {
    const row = page.getByRole('listitem').filter({ has: button('Change: sertraline') });
    await keys.press(button('Change: sertraline'));
    await keys.type(dialog().getByLabel('Dose', { exact: true }), '150 mg a day');
    await keys.press(dialog().getByRole('button', { name: 'Save' }));
    await row.getByText('Corrected by you').waitFor();
    await row.getByText('150 mg a day').waitFor();
    await keys.press(button('As the page says: sertraline'));
    await row.getByText('Read by the app').waitFor();
    await soon(() => row.getByText('150 mg a day').count()).toBe(0);
  });

  test('a sensitive page is shown before the packet goes out, let out, and held back', async () => {
    await tab('Packet');
    const notice = page.getByRole('region', { name: 'Sensitive pages' });
    await notice.getByText('A whole Social Security number', { exact: true }).waitFor();
    await keys.press(notice.getByRole('button', { name: /^Let it go out: .*page 1$/ }));
    await notice.getByText('You let it go out', { exact: true }).waitFor();
    await keys.press(notice.getByRole('button', { name: /^Hold back: / }));
    await notice.getByText('Held back', { exact: true }).waitFor();
    await look('sensitive');
  });

  test('the letter that asks for what is missing is started from the board', async () => {
    await tab('Reasons');
    const write = page.getByRole('button', { name: /^Write the letter that asks for: / }).first();
    await keys.press(write);
    await soon(() => page.evaluate(() => location.hash)).toMatch(/\/letters\/n_/);
  });

  test('with the mouse, an accepted page is dragged to the other reason', async () => {
    await page.getByRole('tab', { name: 'Reasons', exact: true }).click();
    const of = (name: string) => reason(name).getByText('Accepted', { exact: true });
    await of('Not medically necessary').first().waitFor();
    const before = await of('Not medically necessary').count();
    await of('Not medically necessary').first().hover();
    await page.mouse.down();
    await page.mouse.move(300, 300, { steps: 5 });
    await page.locator('.drop-place', { hasText: 'Experimental or investigational' }).hover();
    await page.mouse.up();
    await soon(() => of('Not medically necessary').count()).toBe(before - 1);
  });

  test('nothing went wrong unseen', () => {
    expect(app.faults).toEqual([]);
  });
});

/** A paper of the fixtures; the visit note gets a number on its first page that should not leave the house. */
async function paper(name: string) {
  const text = await readFile(new URL(`../../fixtures/papers/${name}`, import.meta.url), 'utf8');
  const buffer = Buffer.from(text.replace(/^Clinician: .*$/m, '$&\nSSN: 219-09-9876'));
  return { name, mimeType: 'text/plain', buffer: name.includes('visit-note') ? buffer : Buffer.from(text) };
}
