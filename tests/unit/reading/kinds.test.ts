// Every kind of paper is told, and free prose gives its ground and nothing besides.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixture, readText } from '../../helpers/reading.ts';

const Label = z.object({
  id: z.string(),
  type: z.string(),
  reasons: z.array(z.object({ id: z.string() })),
  not_reasons: z.array(z.string()),
});
const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'letters', 'labelled');
const labels = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => Label.parse(JSON.parse(fixture(`letters/labelled/${name}`))));
const read = labels.map((label) => ({ label, reading: readText(fixture(`letters/labelled/${label.id}.txt`)) }));

describe('kinds', () => {
  it.each(read)('$label.id is $label.type', ({ label, reading }) => {
    expect(reading.kind.value).toBe(label.type);
  });
});

it('a note of a few words is no member card', () => {
  for (const note of ['Terms of the plan', 'Call with the plan about the infusion, reference 5512.'])
    expect(readText(note).kind.value).not.toBe('id-card');
});

it('the title tells what a paper of a few words is, whomever it greets', () => {
  for (const name of ['Ann Roe', 'zimtquarz7731'])
    expect(readText(`NOTICE OF DENIAL\nDear ${name}:\nThe service is not medically necessary.\n`).kind.value).toBe(
      'denial-letter',
    );
  expect(readText('NOTICE OF APPROVAL\nDear Ann Roe:\nWe approved the MRI.\n').kind.value).toBe('prior-authorization');
});

it('a letter of one sentence that is titled as a denial is one', () => {
  const letter = readText('NOTICE OF DENIAL\nDear Ann Lee:\nThe service is not medically necessary.');
  expect(letter.kind.value).toBe('denial-letter');
  expect(letter.reasons.map(({ reason }) => reason)).toEqual(['medical-necessity']);
});

it('a letter that takes a denial back denies nothing', () => {
  const letter = readText(`Sallow Creek Health Plan
Appeals and Grievances

March 3, 2026

Mr. Ide Harker
Member ID SCH 4410 8825

Re: Appeal of a denied service

Dear Mr. Harker:

On January 9 we told you that we could not cover the nerve stimulator because it was not medically necessary. You appealed.

We have overturned that decision. A physician who took no part in it found that you meet our policy. The service is approved.

Approved: 63650, 1 unit
Valid: March 3, 2026 through June 1, 2026

You may have a copy of your appeal file free of charge. You may also turn to the Department of Insurance.

Sincerely,
Una Pell, Appeals Analyst`);
  expect(letter.kind.value).toBe('prior-authorization');
  expect(letter.reasons).toEqual([]);
});

describe('reasons in free prose', () => {
  it.each(read)('$label.id takes no trap', ({ label, reading }) => {
    const found = reading.reasons.map((finding) => finding.reason as string);
    expect(found.filter((reason) => !label.reasons.some((wanted) => wanted.id === reason))).toEqual([]);
  });

  it('finds nearly all', () => {
    const wanted = read.flatMap(({ label, reading }) =>
      label.reasons.map((reason) => reading.reasons.some((found) => found.reason === reason.id)),
    );
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThan(0.8);
  });
});
