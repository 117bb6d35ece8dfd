// The work on a case in a real browser on the real core: a call noted by keyboard, dates, money, a letter, what was sent, the list of cases.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findWholeBrowser, type OpenApp, openUnlocked } from '../../helpers/browser.ts';
import { popplerPages, runTool } from '../../helpers/pdf.ts';
import { fillWithSampleTexts } from '../../helpers/sample-texts.ts';
import { lookAtScreen } from '../../helpers/screens.ts';
import { chooseOption, putMessagesAway } from '../../helpers/window.ts';

const PROMISE = 'send the whole claim file by mail';
// The shell without windows refuses every notice.
const program = findWholeBrowser();
if (program === undefined) process.stderr.write('SKIPPED: no Chromium or Chrome was found for the browser suite.\n');

/** Tries until it holds; a slow machine may take a few seconds. */
const soon = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

describe.skipIf(program === undefined)('the work on a case in a browser', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openUnlocked(program ?? '', {
      fill: fillWithSampleTexts,
      prepare: async (fresh, host) => {
        await fresh.context().grantPermissions(['notifications'], { origin: host.origin });
        // What the system would be told; a browser without a display shows no notices.
        await fresh.addInitScript(() => {
          const told: string[] = [];
          Object.assign(window, { told });
          window.Notification = new Proxy(window.Notification, {
            construct: (target, args: [string]) => {
              told.push(args[0]);
              return new target(...args);
            },
          });
        });
      },
    });
    page = app.page;
    await goToCase();
    await page.getByRole('heading', { name: /Experimental or investigational/ }).waitFor();
  });
  afterAll(() => app?.close());

  /** A screen without a fault, in light and dark, wide and narrow; pictures of all four when they are wanted. */
  const check = async (name: string) => {
    const panel = page.getByRole('tabpanel');
    const isPart = (await panel.count()) === 1 && name !== 'pad';
    await lookAtScreen(page, name, isPart ? { shown: panel } : {});
  };
  const focused = () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '');
  const tab = async (name: string) => {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('tabpanel', { name, exact: true }).waitFor();
  };
  const goToDates = async () => {
    await page.getByRole('link', { name: /^Dates/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Dates' }).waitFor();
    await page.getByRole('heading', { name: 'Calendar file' }).waitFor();
  };
  const goToCase = async () => {
    await page.getByRole('link', { name: 'Cases', exact: true }).click();
    await page.getByRole('main').getByRole('article').getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Timeline' }).waitFor();
  };
  const dayFromNow = (days: number) => {
    const day = new Date(Date.now() + days * 86_400_000);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  };
  const fileOf = async (click: () => Promise<void>): Promise<{ download: Download; path: string }> => {
    const coming = page.waitForEvent('download');
    await click();
    const download = await coming;
    return { download, path: await download.path() };
  };

  test('a call is noted by the keyboard alone while its clock runs', async () => {
    await page.keyboard.press('F2');
    const pad = page.getByRole('region', { name: 'Note a call' });
    await pad.waitFor();
    await soon(focused).toBe('Who you spoke with');
    await pad.getByRole('timer', { name: 'Length of the call' }).waitFor();
    expect(await pad.getByLabel('Day', { exact: true }).inputValue()).toBe(dayFromNow(0));
    await page.keyboard.type('Dana Reyes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Quillback appeals unit');
    await page.keyboard.press('Tab');
    await page.keyboard.type('REF-7781');
    await page.keyboard.press('Tab');
    await page.keyboard.type('They never sent the criteria.');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PROMISE);
    // A draft is kept before anybody saves.
    await pad.getByText('Draft saved').waitFor();
    await pad.getByLabel('Promised by').fill(dayFromNow(1));
    await check('pad');
    await page.keyboard.press('Control+Enter');
    await soon(() => pad.count()).toBe(0);
    await tab('Timeline');
    const note = page.getByRole('article', { name: /^Call of/ }).first();
    await note.getByText('They never sent the criteria.').waitFor();
    await note.getByText(/1 minute · reference REF-7781/).waitFor();
  });

  test('the pad stays open beside the papers, and throwing a note away can be undone', async () => {
    await page.getByRole('button', { name: 'Note a call' }).first().click();
    const pad = page.getByRole('region', { name: 'Note a call' });
    await pad.getByLabel('What was said').fill('Put through to a supervisor.');
    await page.getByRole('link', { name: 'Papers' }).first().click();
    await page
      .getByRole('link', { name: /NOTICE OF ADVERSE/ })
      .first()
      .waitFor();
    await pad.getByText('Draft saved').waitFor();
    await pad.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await goToCase();
    await tab('Timeline');
    const cards = page.getByRole('article', { name: /^Call of/ });
    await soon(() => cards.count()).toBe(2);
    const second = cards.filter({ hasText: 'Put through to a supervisor.' });
    await second.getByRole('button', { name: /^Remove/ }).click();
    await soon(() => cards.count()).toBe(1);
  });

  test('a task is added, ticked off, removed and brought back', async () => {
    const form = page.getByRole('form', { name: 'Add a task' });
    await form.getByLabel('New task').fill('Ask Dr. Abara for the visit notes');
    await form.getByLabel('By', { exact: true }).fill(dayFromNow(0));
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Ask Dr. Abara for the visit notes' }).waitFor();
    await page.getByRole('button', { name: 'Remove: Ask Dr. Abara for the visit notes' }).click();
    await soon(() => page.getByRole('checkbox', { name: /Abara/ }).count()).toBe(0);
    // The focus stays in the part whose row went away.
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby'))).toBe(
      'tasks-heading',
    );
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('checkbox', { name: /Abara/ }).waitFor();
  });

  test('the chronology shows lines with their pages, filters, takes out and brings back', async () => {
    const part = page.getByRole('region', { name: 'Chronology' });
    const line = part.getByRole('listitem').filter({ hasText: 'Dana Reyes' });
    await line.getByText('your note').waitFor();
    await part
      .getByRole('link', { name: /, p\. \d+$/ })
      .first()
      .waitFor();
    await check('timeline');
    await line.getByRole('button', { name: /^Take out/ }).click();
    await soon(() => line.count()).toBe(0);
    await part.getByText('1 line taken out').click();
    await part.getByRole('button', { name: 'Bring back' }).click();
    await line.waitFor();
    await chooseOption(page, part.getByRole('combobox', { name: 'Show kinds of lines' }), /^Call/);
    await line.waitFor();
    expect(await part.getByText('Score', { exact: true }).count()).toBe(0);
  });

  test('promise and task stand among the dates and are ticked off there; the system is told a number alone', async () => {
    await goToDates();
    const promise = page.getByRole('listitem').filter({ hasText: PROMISE });
    await promise.getByText('Promised to you').waitFor();
    await page.getByRole('region', { name: 'Today' }).getByText('Ask Dr. Abara for the visit notes').waitFor();
    await soon(() => page.getByRole('link', { name: /^Dates/ }).textContent()).toBe('Dates1 due');
    await page.getByRole('button', { name: 'Assess now' }).click();
    await page.getByRole('heading', { name: /^Worth a check/ }).waitFor();
    await check('dates');
    await promise.getByRole('button', { name: /^Kept/ }).click();
    await soon(() => promise.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await promise.waitFor();
    await page.getByRole('button', { name: 'Stop reminding me' }).click();
    await page.getByRole('button', { name: 'Remind me' }).click();
    await page.getByRole('button', { name: 'Stop reminding me' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
      '2 dates are due in Appeal Vault',
    ]);
    await promise.getByRole('button', { name: /^Kept/ }).click();
    await page.getByRole('button', { name: 'Done: Ask Dr. Abara for the visit notes' }).click();
    await soon(() => page.getByRole('region', { name: 'Today' }).count()).toBe(0);
  });

  test('the calendar file holds the dates', async () => {
    await page.getByText('It is not encrypted and names your cases').waitFor();
    const { download, path } = await fileOf(() => page.getByRole('link', { name: 'Save calendar file' }).click());
    expect(download.suggestedFilename()).toBe('appeal-dates.ics');
    const text = await readFile(path, 'utf8');
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).toContain('Deadline');
  });

  test('money: what is at stake with its page, payments in dollars, a plan, other money', async () => {
    await goToCase();
    await tab('Money');
    const stake = page.getByRole('region', { name: 'What is at stake' });
    await stake.getByRole('link', { name: /^\$2,970\.00: .+, p\. \d+$/ }).waitFor();
    await page.getByRole('button', { name: 'Add a payment', exact: true }).click();
    const payment = page.getByRole('form', { name: 'Add a payment' });
    await soon(focused).toMatch(/^Amount paid/);
    await payment.getByLabel('Amount paid').fill('a lot');
    await payment.getByLabel('Paid to').fill('Cedar Lantern');
    await payment.getByRole('button', { name: 'Save' }).click();
    await payment.getByText('Type an amount in dollars').waitFor();
    await payment.getByLabel('Amount paid').fill('$1,024.50');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: '$1,024.50 to Cedar Lantern' }).waitFor();
    await page.getByRole('button', { name: 'Add a payment plan' }).click();
    await page.getByLabel('Agreed with').fill('Cedar Lantern');
    await page.getByLabel('Amount each month').fill('100');
    await page.getByLabel('First instalment').fill(dayFromNow(10));
    await page.getByLabel('How many').fill('6');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('article', { name: 'Payment plan with Cedar Lantern' })
      .getByText(/0 of 6 instalments past, \$600\.00 to come/)
      .waitFor();
    await page.getByRole('button', { name: 'Add other money' }).click();
    await page.getByLabel('From whom').fill('Saltmarsh fund');
    await check('money');
    await page.getByRole('form', { name: 'Add other money' }).getByRole('button', { name: 'Save' }).click();
    const grant = page.getByRole('listitem').filter({ hasText: 'Saltmarsh fund' });
    await grant.getByText('Applied for').waitFor();
    await grant.getByRole('button', { name: /^Remove/ }).click();
    await soon(() => grant.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await grant.waitFor();
    await stake.getByRole('link', { name: /^\$2,970\.00/ }).click();
    await page.locator('.page-mark-active').first().waitFor();
    await page.goBack();
  });

  test('a letter is written, its blank filled from the letter, and saved as PDF', async () => {
    await tab('Facts');
    await page.getByLabel('Your address').fill('');
    await page.getByText('Saved', { exact: true }).waitFor();
    await tab('Letters');
    await page.getByRole('heading', { name: 'These fit your case' }).waitFor();
    await check('letters');
    await page.getByRole('button', { name: /^Write: .*claim file/i }).click();
    const letter = page.getByRole('article', { name: /claim file/i });
    await letter.waitFor();
    const blank = letter.getByRole('button', { name: /^Blank: / }).first();
    const label = ((await blank.textContent()) ?? '').replace(/^Blank: /, '');
    await blank.click();
    await soon(focused).toBe(label);
    await page.keyboard.type('417 Tamarack Row');
    await letter.getByText('417 Tamarack Row').first().waitFor();
    await page.getByLabel('Your own paragraphs').fill('Please send it on paper, not on a disc.');
    await letter.getByText('Please send it on paper').waitFor();
    await page.getByRole('heading', { name: 'Law it names' }).waitFor();
    await check('letter');
    const { path } = await fileOf(() => page.getByRole('link', { name: /^Save PDF/ }).click());
    expect(runTool('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found');
    const text = popplerPages(path).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('417 Tamarack Row');
    expect(text).toContain('Please send it on paper, not on a disc.');
    const word = await fileOf(() => page.getByRole('link', { name: /^Save Word document/ }).click());
    expect((await readFile(word.path)).subarray(0, 2).toString()).toBe('PK');
  });

  test('a letter that was sent stands in the chronology; removing it can be undone', async () => {
    await page.getByRole('button', { name: 'Mark as sent' }).click();
    await page.getByText('It stands in the chronology.').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { name: 'Letters you can write' }).waitFor();
    await soon(() => page.getByRole('heading', { name: 'Your letters' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('heading', { name: 'Your letters' }).waitFor();
    await tab('Timeline');
    await page
      .getByRole('region', { name: 'Chronology' })
      .getByRole('listitem')
      .filter({ hasText: /Sent: .*claim file/i })
      .waitFor();
  });

  test('a recorded appeal makes the case sent and starts the plan’s clock', async () => {
    await tab('Sent');
    await page.getByText('The clock starts when the appeal goes out.').first().waitFor();
    await page.getByRole('button', { name: 'Record what you sent' }).click();
    const form = page.getByRole('form', { name: 'Record what you sent' });
    await form.getByLabel('Confirmation or tracking number').fill('9407 1118 9956');
    await chooseOption(page, form.getByRole('combobox', { name: 'How' }), 'Certified mail');
    await check('sending');
    await form.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('article', { name: /^The appeal/ })
      .getByText('9407 1118 9956')
      .waitFor();
    await page.getByRole('region', { name: 'About this case' }).getByText('Sent, waiting for the answer').waitFor();
    await page
      .getByText(/counted from the day it was sent/)
      .first()
      .waitFor();
    await check('sent');
    await goToDates();
    await page.getByText('Answer due', { exact: true }).first().waitFor();
    await page
      .getByText(/The plan must have answered/)
      .first()
      .waitFor();
  });

  test('a removed record can be brought back', async () => {
    await goToCase();
    await tab('Sent');
    const record = page.getByRole('article', { name: /^The appeal/ });
    await record.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('region', { name: 'About this case' }).getByText('Being prepared').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await record.waitFor();
  });

  test('a decision that came in starts the next level, with its reasons compared', async () => {
    // A decision on somebody's first appeal, made out to the person of the case.
    const letter = await readFile(
      new URL('../../fixtures/papers/013-crps-ketamine-appeal-decision.txt', import.meta.url),
      'utf8',
    );
    const decision = letter
      .replaceAll('Ambrose Whitlatch', 'Maren J. Sandquist')
      .replaceAll('Corisande Whitlatch', 'Maren J. Sandquist')
      .replaceAll('OMH 55 208 913 02', 'QHA 4471 90362-01');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'decision.txt', mimeType: 'text/plain', buffer: Buffer.from(decision) });
    await page.getByText('The papers are read.').waitFor({ timeout: 60_000 });
    await putMessagesAway(page);
    const part = page.getByRole('region', { name: 'A decision came in' });
    await part.getByRole('combobox', { name: 'The decision' }).click();
    // The denial of this very case is not among the choices.
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await options.filter({ hasText: 'NOTICE OF ADVERSE BENEFIT DETERMINATION' }).count()).toBe(0);
    await options.first().click();
    await part.getByRole('button', { name: 'Go on with this decision' }).click();
    await page.getByText('Level before:').waitFor();
    await tab('Sent');
    await page.getByRole('heading', { name: 'Compared with the level before' }).waitFor();
    await check('next-level');
  });

  test('the list of cases is searched and filtered', async () => {
    await page.getByRole('link', { name: 'Cases', exact: true }).click();
    const cards = page.getByRole('main').getByRole('article');
    await soon(() => cards.count()).toBe(2);
    await check('cases');
    await page.getByLabel('Find a case').fill('no such plan');
    await page.getByText('No case fits.').waitFor();
    await page.getByLabel('Find a case').fill('quillback');
    await soon(() => cards.count()).toBeGreaterThan(0);
    await page.getByLabel('Find a case').fill('');
    await chooseOption(page, page.getByRole('combobox', { name: 'State' }), /Being prepared/);
    await soon(() => cards.count()).toBe(1);
  });

  test('nothing went wrong unseen', () => {
    expect(app.faults).toEqual([]);
  });
});
