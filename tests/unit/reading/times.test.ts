// Time limits as letters word them: which step, how long, from when; and lengths of time that are no limit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatedTime } from '../../../shared/model/finding.ts';
import type { Page } from '../../../shared/model/page.ts';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { amountsIn, numberOf } from '../../../shared/reading/times/amounts.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { fixture, READING_RULES, readText } from '../../helpers/reading.ts';

/** A denial letter whose part about rights is the given text; `width` is the length of its lines. */
function letterWith(rights: string, width = 88, heading = 'WHAT YOU CAN DO IF YOU DISAGREE'): string {
  return [
    'PELLUCID HEALTH',
    'P.O. Box 77, Amberley, OH 43999',
    '',
    'May 3, 2026',
    '',
    'NOTICE OF DENIAL OF BENEFITS',
    '',
    'Dear Ms. Example:',
    '',
    'We cannot pay for the service listed above, because it was not medically necessary.',
    '',
    heading,
    '',
    ...wrapped(rights, width),
    '',
    'Sincerely,',
    'A. Clerk',
  ].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (word === '¶') lines.push('', '');
    else if (`${lines[last]} ${word}`.length > width) lines.push(word);
    else lines[last] = `${lines[last]} ${word}`.trim();
  }
  return lines;
}

/** “internal-appeal 180 days receipt”, “external-review by 2026-01-20”. */
function said({ step, amount, unit, from, date }: StatedTime): string {
  const parts = [step, amount, unit, from, date === undefined ? undefined : `by ${date}`];
  return parts.filter((part) => part !== undefined).join(' ');
}

function timesIn(rights: string, width?: number): string[] {
  return readText(letterWith(rights, width)).statedTimes.map(said);
}

describe('limits in the words of letters', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      'You have 180 days from the date you receive this letter to file an appeal.',
      ['internal-appeal 180 days receipt'],
    ],
    [
      'If you want to appeal, your written request must reach us no later than 180 calendar days after you get this notice.',
      ['internal-appeal 180 days receipt'],
    ],
    [
      'An appeal must be filed within one hundred and eighty (180) days of receipt of this determination.',
      ['internal-appeal 180 days receipt'],
    ],
    [
      'Your grievance has to be submitted within 60 days of the date of this letter.',
      ['internal-appeal 60 days notice-date'],
    ],
    [
      'You can ask for a redetermination within sixty-five calendar days from the date printed on this notice.',
      ['internal-appeal 65 days notice-date'],
    ],
    [
      'The time limit for an appeal is six months from the date of our decision.',
      ['internal-appeal 6 months notice-date'],
    ],
    ['We must receive your request for reconsideration by June 12, 2026.', ['internal-appeal by 2026-06-12']],
    [
      'Appeals received after the 180-day period that starts when you get this letter will not be considered.',
      ['internal-appeal 180 days receipt'],
    ],
    [
      'Within 90 days of the postmark on this letter, write to the Appeals Committee and say why you disagree.',
      ['internal-appeal 90 days notice-date'],
    ],
    [
      'Members have up to 120 days following receipt of this notice to request a redetermination.',
      ['internal-appeal 120 days receipt'],
    ],
    [
      'If you are still not satisfied, you may request a second level appeal within 60 days of receiving this decision.',
      ['second-level 60 days receipt'],
    ],
    [
      'A voluntary second review can be asked for within 45 days after you receive this answer.',
      ['second-level 45 days receipt'],
    ],
    [
      'You may file a request for external review within four (4) months after the date you receive a final internal adverse benefit determination.',
      ['external-review 4 months final-decision'],
    ],
    [
      'An independent review organization will look at the case if you ask within 120 days of our final decision.',
      ['external-review 120 days final-decision'],
    ],
    [
      'To request an Independent Medical Review you have six months from the date of the plan’s decision on your grievance.',
      ['external-review 6 months final-decision'],
    ],
    [
      'External appeal applications are due within 4 months of the final adverse determination.',
      ['external-review 4 months final-decision'],
    ],
    [
      'You have 180 days to appeal and 4 months after the final decision to ask for external review.',
      ['internal-appeal 180 days', 'external-review 4 months final-decision'],
    ],
    [
      'You may ask for a State Fair Hearing within 120 calendar days from the date on the Notice of Appeal Resolution.',
      ['fair-hearing 120 days final-decision'],
    ],
    [
      'The state must get your hearing request no later than 90 days after the date of our appeal decision.',
      ['fair-hearing 90 days final-decision'],
    ],
    [
      'To keep your services the same while we look at your appeal, you must ask within 10 days of the date on this letter.',
      ['continue-benefits 10 days notice-date'],
    ],
    [
      'Ask by June 20, 2026 if you want your benefits to continue during the appeal.',
      ['continue-benefits by 2026-06-20'],
    ],
    [
      'If the amount is high enough, you can ask for a hearing before an Administrative Law Judge within 60 days of receiving the reconsideration decision.',
      ['judge-hearing 60 days final-decision'],
    ],
    [
      'Any lawsuit must be brought within three years of the final decision on your appeal.',
      ['civil-action 3 years final-decision'],
    ],
    [
      'No legal action may be started more than one year after the date of service.',
      ['civil-action 1 years service-date'],
    ],
    [
      'Your doctor may speak with our medical director in a peer-to-peer conversation within 14 days of the date of this letter.',
      ['peer-to-peer 14 days notice-date'],
    ],
    [
      'A peer to peer discussion must be requested within 5 business days of this notice.',
      ['peer-to-peer 5 business-days notice-date'],
    ],
    [
      'Please send the missing records within 45 days of the date of this letter.',
      ['send-information 45 days notice-date'],
    ],
    [
      'Your provider may submit a corrected claim within 90 days of the date of this notice.',
      ['corrected-claim 90 days notice-date'],
    ],
    ['We will make our decision within 30 days of receiving your appeal.', ['plan-decision 30 days request']],
    [
      'We will decide a pre-service appeal within 30 days and a post-service appeal within 60 days.',
      ['plan-decision 30 days', 'plan-decision 60 days'],
    ],
    [
      'Expedited appeals are resolved within 72 hours of our receipt of the request.',
      ['plan-decision-expedited 72 hours request'],
    ],
    [
      'If your health is in danger, call us and you will get an answer within 3 business days.',
      ['plan-decision-expedited 3 business-days'],
    ],
    [
      'You will hear from us in writing no later than 15 days after we get the appeal.',
      ['plan-decision 15 days request'],
    ],
    ['The plan has 60 days to decide.', ['plan-decision 60 days']],
    [
      'You can file a complaint with the Department of Insurance within one year of this decision.',
      ['complaint 1 years notice-date'],
    ],
    ['From the day you receive this letter you have 180 days to appeal.', ['internal-appeal 180 days receipt']],
    ['Appeal deadline: November 3, 2026', ['internal-appeal by 2026-11-03']],
    [
      'Standard appeal: we decide within 30 calendar days. Fast appeal: we decide within 72 hours.',
      ['plan-decision 30 days', 'plan-decision-expedited 72 hours'],
    ],
    [
      'External review. You have four months from the day you get our final answer. There is no fee.',
      ['external-review 4 months final-decision'],
    ],
    ['Send the appeal within two weeks of getting this notice.', ['internal-appeal 14 days receipt']],
    [
      'The appeal must be postmarked within ninety days after the notice date.',
      ['internal-appeal 90 days notice-date'],
    ],
    [
      'You may ask OPM to review the claim within 90 days after our letter upholding the decision.',
      ['external-review 90 days final-decision'],
    ],
    [
      'We’ll write within 5 days to tell you that we have it and within 30 days with the answer. If it’s urgent, we have 72 hours.',
      ['plan-decision 30 days', 'plan-decision-expedited 72 hours'],
    ],
    [
      'You’ll have our answer in 30 days, or 72 hours if waiting would be dangerous.',
      ['plan-decision 30 days', 'plan-decision-expedited 72 hours'],
    ],
    [
      'The Plan requires that any such action be brought within one year of the date of this letter, that is, by May 3, 2027.',
      ['civil-action 1 years notice-date by 2027-05-03'],
    ],
    ['We need them by August 8, 2026 (30 days).', ['send-information 30 days by 2026-08-08']],
    [
      'You may ask for an independent review once the grievance is over. Ask within four months.',
      ['external-review 4 months'],
    ],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual(expected);
  });
});

it('reads limits where no heading tells that rights follow, and in rows of labels', () => {
  const plain = letterWith(
    'If you think we are wrong, tell us. You have 180 calendar days from the day you received this letter.',
    88,
    '',
  );
  expect(readText(plain).statedTimes.map(said)).toEqual(['internal-appeal 180 days receipt']);
  const rows = letterWith('', 88, 'APPEAL INFORMATION').replace(
    'Sincerely,',
    [
      'Who          The member, or the provider with consent.',
      'When         Within 180 calendar days of receipt of this fax.',
      'How fast     30 days before service, 60 days after; 72 hours if urgent.',
      'Peer to peer Offered until June 2, 2026; call 801-555-0172.',
    ].join('\n'),
  );
  expect(readText(rows).statedTimes.map(said)).toEqual([
    'internal-appeal 180 days receipt',
    'plan-decision 30 days',
    'plan-decision 60 days',
    'plan-decision-expedited 72 hours',
    'peer-to-peer by 2026-06-02',
  ]);
});

describe('lengths of time that are no limit', () => {
  it.each([
    'You may appeal if your doctor says that six weeks of physical therapy in the last three months did not help.',
    'An appeal may show that the drug was tried for at least 60 days.',
    'You can appeal the denial of the 30 day supply.',
    'Our appeals unit is open 24 hours a day, 7 days a week.',
    'Your appeal can include records from the past 12 months.',
    'Children under 18 years of age may be represented by a parent in an appeal.',
    'The plan pays for 20 visits per year; you may appeal if you need more.',
    'The appeal form is 2 pages and takes most people a few minutes.',
  ])('%s', (text) => {
    expect(timesIn(text)).toEqual([]);
  });

  it('nor the history of a claim or of an earlier appeal', () => {
    const letter = letterWith('Call us with questions.').replace(
      'because it was not medically necessary.',
      'because your appeal was sent more than 180 days after the first denial. The records show three weeks of care after the surgery of 4 months ago.',
    );
    expect(readText(letter).statedTimes).toEqual([]);
  });
});

describe('through page ends, line ends and reading errors', () => {
  const text = 'You must file your appeal within one hundred eighty (180) calendar days after you receive this letter.';

  it('reads across any line end', () => {
    for (let width = 30; width <= 100; width += 1)
      expect(timesIn(text, width), `width ${width}`).toEqual(['internal-appeal 180 days receipt']);
  });

  it('reads across a page end and quotes the words of one page', () => {
    const pages = pagesFromText(
      letterWith(text, 40).replace('calendar\ndays', 'calendar\n\fdays').replace('(180)\n', '(180)\n\f'),
    );
    const [time] = readDocument(pages, READING_RULES).statedTimes;
    expect(time).toMatchObject({ step: 'internal-appeal', amount: 180 });
    expect(time?.proof.quote).toContain('(180)');
  });

  it.each([
    'You may appeal within 18O days of the date of this letter.',
    'You may appeal within l80 days of the date of this letter.',
    'You may appeal within 180 clays of the date of this letter.',
    'You may appea1 within 180days of the date of this 1etter.',
  ])('reads “%s”', (noisy) => {
    expect(timesIn(noisy)).toEqual(['internal-appeal 180 days notice-date']);
  });

  it('quotes the whole sentence', () => {
    const [time] = readText(letterWith(`Thank you for reading. ${text} Call us with questions.`)).statedTimes;
    expect(time?.proof.quote).toBe(text);
  });
});

it('says nothing of bills, records and cards, nor of boilerplate in other languages', () => {
  expect(readText(fixture('papers/004-cedar-lantern-statement-september.txt')).statedTimes).toEqual([]);
  expect(readText(fixture('papers/005-psychiatry-visit-note.txt')).statedTimes).toEqual([]);
  const spanish = readText(fixture('papers/015-medicaid-er-visit-denial.txt')).statedTimes;
  expect(spanish.map(said)).toEqual([
    'internal-appeal 60 days notice-date',
    'plan-decision 15 days',
    'plan-decision-expedited 72 hours',
    'fair-hearing 120 days final-decision',
  ]);
});

it.each([
  [
    '001-ketamine-depression-denial',
    [
      'internal-appeal 180 days receipt',
      'plan-decision 60 days request',
      'plan-decision-expedited 72 hours',
      'external-review 4 months final-decision',
      'civil-action 24 months final-decision',
    ],
  ],
  [
    '008-lowenridge-plan-excerpt',
    [
      'internal-appeal 180 days receipt',
      'plan-decision 30 days',
      'plan-decision 60 days',
      'plan-decision-expedited 72 hours',
      'external-review 4 months final-decision',
      'civil-action 24 months final-decision',
    ],
  ],
  [
    '013-crps-ketamine-appeal-decision',
    ['second-level 60 days receipt', 'external-review 180 days', 'plan-decision-expedited 3 days'],
  ],
  ['014-lumbar-mri-denial', ['internal-appeal by 2026-01-06', 'external-review 120 days final-decision']],
  [
    '016-fehb-physical-therapy-denial',
    [
      'internal-appeal 6 months notice-date by 2026-06-02',
      'plan-decision 30 days',
      'send-information 60 days request',
      'external-review 90 days final-decision',
      'external-review 120 days request',
      'plan-decision-expedited 72 hours',
    ],
  ],
  [
    '019-panniculectomy-second-level',
    ['external-review by 2026-01-20', 'plan-decision-expedited 3 days', 'civil-action 1 years notice-date'],
  ],
  [
    '030-request-for-more-information',
    ['send-information 45 days notice-date by 2026-09-21', 'plan-decision 15 days request'],
  ],
])('reads all limits of %s', (paper, expected) => {
  expect(readText(fixture(`papers/${paper}.txt`)).statedTimes.map(said)).toEqual(expected);
});

describe('amounts', () => {
  it.each([
    ['one hundred and twenty', 120],
    ['forty five', 45],
    ['two hundred', 200],
    ['18o', 180],
    ['l0', 10],
    ['nineteen', 19],
    ['many', undefined],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it('takes no range and no number that is part of another', () => {
    expect(amountsIn('31 60 days and $30 days and 12.30 days and 5 to 10 days')).toEqual([]);
  });

  it('reads every number of days it is told, in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 730 }), (days) => {
        expect(amountsIn(`within ${days} days`)).toMatchObject([{ amount: days, unit: 'days' }]);
      }),
    );
  });
});

it('never throws, and no time stands without its words', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...'appeal within 180 days of receipt this letter external review four months (4) by January 6, 2026 hearing you may ask we decide 72 hours one year court keep your services sixty no later than the final decision . ; : ( )'.split(
        ' ',
      ),
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), fc.integer({ min: 20, max: 100 }), (words, width) => {
      const pages: readonly Page[] = pagesFromText(letterWith(words.join(' '), width));
      for (const time of readDocument(pages, READING_RULES).statedTimes) {
        const page = pages.find((each) => each.pageNumber === time.proof.pageNumber);
        const quote = page?.words
          .slice(time.proof.from, time.proof.to)
          .map((each) => each.text)
          .join(' ');
        expect(time.proof.quote).toBe(quote);
        expect(time.proof.quote).not.toBe('');
        expect(time.amount !== undefined || time.date !== undefined).toBe(true);
        expect(time.amount === undefined).toBe(time.unit === undefined);
        expect(time.confidence).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});
