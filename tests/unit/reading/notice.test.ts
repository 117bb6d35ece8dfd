// How a notice decided and what it holds: from letters of every tone, with every word proved on its page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeReading, Proof } from '../../../shared/model/finding.ts';
import type { Page } from '../../../shared/model/page.ts';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { fixture, letterAround, READING_RULES, readText } from '../../helpers/reading.ts';

function notice(text: string): NoticeReading {
  return readDocument(pagesFromText(text), READING_RULES, 'denial-letter').notice!;
}
const held = (text: string) => notice(text).contents.map(({ id }) => id);
const quoteOf = (text: string, id: string) => notice(text).contents.find((each) => each.id === id)?.proof.quote;

function proofsOf(reading: NoticeReading): Proof[] {
  const { outcome, timing, deciders, criteria, contents } = reading;
  return [outcome.proof, timing?.proof, ...[...deciders, ...criteria, ...contents].map(({ proof }) => proof)].filter(
    (proof) => proof !== undefined,
  );
}

describe('outcome', () => {
  it.each([
    ['We are unable to approve the request. It does not meet our criteria.', 'denied'],
    ['Your request was partially approved. We approved four visits and denied the other six.', 'partly-denied'],
    ['Your home health services will end on May 9, 2026. You no longer need skilled care.', 'reduced-or-ended'],
    ['We are reducing your personal care from 40 hours to 22 hours a week.', 'reduced-or-ended'],
    ['We reviewed your appeal of March 3. We uphold our original decision.', 'upheld'],
    ['We reviewed your appeal. The panel did not change our first decision; the charge stays denied.', 'upheld'],
    ['We reviewed your appeal and have reversed our earlier denial. The claim will be paid.', 'overturned'],
    [
      'We considered your appeal. Our decision is overturned in part: the visits are paid, the scan is not.',
      'partly-overturned',
    ],
  ] as const)('%s', (text, outcome) => {
    // The plain head of the helper already refuses the service, which an appeal decision does not.
    const letter = letterAround(text).replace(/We are writing about[^\n]*\n/, '');
    const found = notice(letter);
    expect(found.outcome.value).toBe(outcome);
    expect(found.outcome.proof?.quote).not.toBeUndefined();
  });

  it('does not take a condition for a decision', () => {
    const letter = letterAround('We cannot cover the scan. If we uphold this decision on appeal, you may go further.');
    expect(notice(letter).outcome.value).toBe('denied');
  });

  it('says nothing of a letter without a decision', () => {
    expect(notice('Dear Ms. Example:\n\nThank you for your letter of May 3. We will write again.').outcome).toEqual({
      value: 'unknown',
      why: [],
    });
  });

  it.each([
    ['papers/001-ketamine-depression-denial.txt', 'partly-denied', 'after-service'],
    ['papers/011-esketamine-step-therapy-denial.txt', 'denied', 'before-service'],
    ['papers/013-crps-ketamine-appeal-decision.txt', 'partly-overturned', 'before-service'],
    ['papers/018-medicare-advantage-dme-denial.txt', 'partly-denied', 'before-service'],
    ['papers/019-panniculectomy-second-level.txt', 'upheld', undefined],
    ['papers/024-saltmarsh-surgery-eob.txt', 'partly-denied', 'after-service'],
    ['papers/025-medicare-summary-notice.txt', 'partly-denied', 'after-service'],
  ] as const)('of %s', (file, outcome, timing) => {
    const found = readText(fixture(file)).notice!;
    expect([found.outcome.value, found.timing?.value]).toEqual([outcome, timing]);
  });
});

describe('who decided and by what', () => {
  it('names persons with their training, offices and organisations, but not the person’s own doctor', () => {
    const found = notice(
      letterAround(
        'Your request was reviewed by Orla Vantongeren, MD, board certified in psychiatry. Magellan Health reviewed the records first. The letter of your doctor, Basil Oduya, MD, was read.',
      ),
    );
    expect(found.deciders.map(({ name, role }) => [role, name])).toEqual([
      ['reviewer', 'Orla Vantongeren'],
      ['organisation', 'Magellan Health'],
    ]);
    expect(found.deciders[0]?.credentials).toContain('psychiatry');
  });

  it('takes an office where no name is given', () => {
    const found = notice(letterAround('Our medical director reviewed the notes and found no need for the scan.'));
    expect(found.deciders.map(({ name }) => name)).toEqual(['medical director']);
  });

  it('lists every policy, provision and vendor standard once, and no law of procedure', () => {
    const found = notice(
      letterAround(
        'We used Harrowgate Medical Policy MP-446 and InterQual. See Section 9.2, item 14, of your plan document. MP-446 is the policy in force. Under 29 CFR 2560.503-1 we must tell you why.',
      ),
    );
    const names = found.criteria.map(({ name }) => name);
    expect(names).toContain('Harrowgate Medical Policy MP-446');
    expect(names).toContain('Section 9.2, item 14');
    expect(names.filter((name) => name.includes('InterQual'))).toHaveLength(1);
    expect(names.some((name) => name.includes('2560'))).toBe(false);
  });
});

describe('contents', () => {
  it.each([
    [
      'You may ask us for free copies of all documents, records and other information relevant to your claim.',
      'claim-file',
    ],
    ['You can see everything we looked at. It is free. Just ask.', 'claim-file'],
    ['A copy of the guideline is yours on request, free of charge.', 'criteria-copy'],
    ['An explanation of the scientific or clinical judgment is available free upon request.', 'clinical-explanation'],
    ['On request we will send the diagnosis and treatment codes and their meanings.', 'codes-on-request'],
    ['After the appeal you may bring a civil action under section 502(a) of ERISA.', 'civil-action'],
    ['If we say no again, you can ask the state for a fair hearing.', 'fair-hearing'],
    ['Your services can continue while we decide the appeal if you ask within 10 days.', 'keep-benefits'],
    ['If you lose the hearing you may have to pay for the services you got meanwhile.', 'repayment-risk'],
    ['You can name a relative, friend or lawyer to act for you.', 'representative'],
    ['If waiting could seriously harm your health, ask for an expedited appeal; we answer in 72 hours.', 'expedited'],
    ['We can give you more time if you have a good reason for missing the deadline.', 'late-appeal'],
    ['You may ask for the names of the medical experts whose advice we obtained.', 'experts-on-request'],
    ['For help call the Employee Benefits Security Administration at 1-866-444-3272.', 'ebsa'],
    [
      'You and your plan may have other voluntary alternative dispute resolution options, such as mediation.',
      'adr-sentence',
    ],
    ['Your case will then be sent to an independent review entity hired by Medicare.', 'ire'],
    ['You may also write to the Ohio Department of Insurance.', 'consumer-help'],
    [
      'We do not discriminate on the basis of race, color, national origin, age, disability or sex.',
      'nondiscrimination',
    ],
    ['To complete your claim we need the itemized bill and the operative report.', 'what-would-help'],
  ])('%s → %s', (sentence, id) => {
    const bare = letterAround('The scan is not medically necessary.');
    expect(held(bare)).not.toContain(id);
    expect(held(`${bare}\n\n${sentence}`)).toContain(id);
  });

  it('does not see contents of another matter', () => {
    const letter = letterAround('The scan is not medically necessary. Your hearing aid is not part of this decision.');
    expect(held(letter)).not.toContain('fair-hearing');
  });

  it('stands over line ends, hyphens, page breaks and reading errors', () => {
    const letter = letterAround('The scan is not medically necessary.');
    const broken = `${letter}\n\nYou may bring a civil ac-\ntion under section 502(a) of ERISA.`;
    expect(quoteOf(broken, 'civil-action')).toContain('502(a)');
    const torn = `${letter}\n\nYou may ask for free copies of all documents, records and other\n\f\ninformation relevant to your claim, and we will send them.`;
    expect(quoteOf(torn, 'claim-file')).toContain('documents');
    const noisy = `${letter}\n\nYou may ask for free copies of a11 d0cuments that are re1evant to your c1aim.`;
    expect(held(noisy)).toContain('claim-file');
  });
});

describe('whatever the pages hold', () => {
  const word = fc.record({
    text: fc.oneof(
      fc.constantFrom(
        ...'We uphold denied approved the Section 9.2 Policy BH-207 MD, Jane Roe reviewed appeal free copies records of'.split(
          ' ',
        ),
        ...'paid Total 12.00 external review within 180 days if you may civil action panel Ayuda para usted en la'.split(
          ' ',
        ),
      ),
      fc.string({ maxLength: 10 }),
    ),
    x: fc.double({ min: 0, max: 600, noNaN: true }),
    y: fc.double({ min: 0, max: 780, noNaN: true }),
    w: fc.double({ min: 0, max: 90, noNaN: true }),
    h: fc.double({ min: 0, max: 20, noNaN: true }),
    line: fc.nat(40),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  function checkProofs(pages: readonly Page[]): void {
    for (const proof of proofsOf(readDocument(pages, READING_RULES, 'denial-letter').notice!)) {
      const words = pages.find((page) => page.pageNumber === proof.pageNumber)!.words.slice(proof.from, proof.to);
      expect(words.length).toBeGreaterThan(0);
      expect(proof.quote).toBe(words.map(({ text }) => text).join(' '));
    }
  }

  it('never throws, and every quote is the words of its range', () => {
    const page = fc.record({
      widthPt: fc.constant(612),
      heightPt: fc.constant(792),
      source: fc.constant('ocr' as const),
      confidence: fc.constant(0.9),
      words: fc.array(word, { maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(page, { maxLength: 3 }), (pages) => {
        checkProofs(pages.map((each, index) => ({ ...each, pageNumber: index + 1 })));
      }),
      { numRuns: 120 },
    );
  });

  it('on whole letters with words lost', () => {
    for (const file of [
      '001-ketamine-depression-denial',
      '013-crps-ketamine-appeal-decision',
      '021-part-d-parkinson-drug-denial',
    ]) {
      const text = fixture(`papers/${file}.txt`);
      for (const step of [2, 5, 11, 1000])
        checkProofs(
          pagesFromText(text).map((page) => ({ ...page, words: page.words.filter((_, index) => index % step !== 1) })),
        );
    }
  });
});
