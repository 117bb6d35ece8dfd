// Time limits as letters word them: which step, how long, from when.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../shared/model/page.ts';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { READING_RULES, readText } from '../../helpers/reading.ts';
import { letterWith, said, timesIn } from '../../helpers/rights-letters.ts';

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
