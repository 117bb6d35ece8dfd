// Grounds in many wordings are found; what a letter only mentions is not.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ReasonId } from '../../../shared/model/vocabulary.ts';
import { fixture, letterAround, readText } from '../../helpers/reading.ts';

const Sentences = z.object({
  positives: z.record(ReasonId, z.array(z.string()).min(4)),
  negatives: z.array(z.object({ text: z.string(), not: z.array(ReasonId) })),
});
const usual = Sentences.parse(JSON.parse(fixture('letters/reason-sentences.json')));
const oblique = Sentences.parse(JSON.parse(fixture('letters/oblique-sentences.json')));

function reasonsOf(text: string): string[] {
  return readText(letterAround(text)).reasons.map((finding) => finding.reason);
}

describe('reasons in usual wording', () => {
  it.each(Object.entries(usual.positives))('finds %s in most wordings and little else', (reason, sentences) => {
    const found = sentences.map(reasonsOf);
    const hits = found.filter((reasons) => reasons.includes(reason)).length;
    const others = found.flat().filter((other) => other !== reason).length;
    expect(hits / sentences.length).toBeGreaterThanOrEqual(3 / 4);
    expect(others).toBeLessThanOrEqual(1);
  });
});

describe('reasons in unusual wording', () => {
  it('finds most of them', () => {
    const pairs = Object.entries(oblique.positives).flatMap(([reason, sentences]) =>
      sentences.map((text) => ({ reason, text })),
    );
    const hits = pairs.filter(({ reason, text }) => reasonsOf(text).includes(reason)).length;
    expect(hits / pairs.length).toBeGreaterThan(0.85);
  });
});

describe('what is no ground', () => {
  it('is left out: conditions, rights, approvals, overturned findings, other claims', () => {
    const all = [...usual.negatives, ...oblique.negatives];
    const taken = all.filter(({ text }) => reasonsOf(text).length > 0).map(({ text }) => text);
    expect(taken.length / all.length).toBeLessThan(0.1);
  });

  it.each([
    'We are not refusing this because of the time limit; the claim was on time.',
    'The treatment is not investigational.',
    'The missing authorization was not the reason for this decision.',
    'If a service is not medically necessary, you may ask for an external review.',
    'Originally we denied the stay because records were missing. Those records have since been received and that reason no longer applies.',
    'Dr. Lopez is in our network.',
    'Is it because the tests were not medically necessary? Is it because the doctor is out of network? No.',
  ])('is left out: %s', (text) => {
    expect(reasonsOf(text)).toEqual([]);
  });

  it.each([
    'Custodial care: help with daily activities that may be given by persons without medical training.',
    'Pre-existing condition: a health problem present before the date on which coverage begins.',
    'Step therapy: one drug is tried before another is covered.',
    'Your plan covers 40 visits of this kind in a year. You have had twelve, and the visit limit is not in question.',
  ])('is left out beside a ground: %s', (text) => {
    expect(reasonsOf(`${text}\n\nNo referral from your primary care doctor was on file for this visit.`)).toEqual([
      'referral-missing',
    ]);
  });

  it('is not what a letter could not decide in somebody’s favor', () => {
    expect(reasonsOf('We do not have the records we need to decide this in your favor.')).toEqual([
      'insufficient-information',
    ]);
  });
});

describe('papers that refuse only in part, or nothing', () => {
  it('an explanation of benefits with five lines and five codes gives grounds for its reduced and denied lines alone', () => {
    const reading = readText(fixture('papers/024-saltmarsh-surgery-eob.txt'));
    expect(reading.reasons.map((finding) => finding.reason).sort()).toEqual([
      'allowed-amount',
      'bundled-service',
      'coding-error',
      'coordination-of-benefits',
    ]);
    const paid = fixture('papers/024-saltmarsh-surgery-eob.txt').replace(/^ {4}reason .*$/gm, '');
    expect(readText(paid).reasons).toEqual([]);
  });

  it.each(['papers/029-tms-authorization-approval.txt', 'papers/030-request-for-more-information.txt'])(
    '%s gives none',
    (paper) => {
      const reading = readText(fixture(paper));
      expect(['prior-authorization', 'correspondence']).toContain(reading.kind.value);
      expect(reading.reasons).toEqual([]);
    },
  );

  it('a block of Spanish taglines gives none', () => {
    const taglines = [
      'ATENCIÓN: si habla español, tiene a su disposición servicios gratuitos de asistencia lingüística.',
      'Esta carta dice que la autorización previa no fue aprobada porque el servicio no es médicamente necesario.',
      'El servicio es experimental y no está cubierto por su plan. Llame al 1-800-555-0100.',
    ].join('\n');
    const plain = letterAround('No referral from your primary care doctor was on file for this visit.');
    const withTaglines = readText(`${plain}\n\n${taglines}\n`);
    expect(withTaglines.reasons.map((finding) => finding.reason)).toEqual(['referral-missing']);
  });

  it('a letter with two time limits states both', () => {
    const letter = letterAround('The request did not meet our criteria for medical necessity.').concat(
      '\nYou may also ask for an external review within four months after our final decision.\n',
    );
    const steps = readText(letter).statedTimes.map(({ step, amount, unit }) => `${step} ${amount} ${unit}`);
    expect(steps).toEqual(['internal-appeal 180 days', 'external-review 4 months']);
  });
});

describe('letters', () => {
  it('gives both numbered grounds, not the question left open, nor the words of the rights', () => {
    const reading = readText(fixture('letters/imaging-two-grounds.txt').replace('Page 1 of 2\n', 'Page 1 of 2\f'));
    expect(reading.kind.value).toBe('denial-letter');
    expect(reading.reasons.map((finding) => finding.reason)).toEqual(['out-of-network', 'medical-necessity']);
    expect(reading.reasons[1]?.proof.quote).toContain('not medically necessary');
    expect(reading.fields).toMatchObject({
      letter_date: '2026-03-04',
      member_id: 'HRP-5520917',
      member_name: 'Leonora P. Vance',
      group_number: '44-1029',
      authorization_number: 'UR-2026-77120',
      provider: 'Ashby Open Imaging, LLC',
      appeal_deadline_days: 180,
      appeal_deadline_from: 'receipt',
      appeal_address: 'P.O. Box 3311, Ashby, OH 43998',
      appeal_fax: '614-555-0190',
      appeal_phone: '1-800-555-0191',
      plan_type: 'fully-insured',
      appeal_level: 'initial-denial',
      codes: { cpt_hcpcs: ['71260'], icd10: ['R05.3'], carc: [], rarc: [] },
    });
    expect(reading.fields.billed_amount).toBeUndefined();
    expect(reading.fields.dates_of_service).toBeUndefined();
  });

  it('reads a formulary refusal in plain words and leaves the boilerplate', () => {
    const reading = readText(fixture('letters/drug-plain-words.txt'));
    expect(reading.reasons.map((finding) => finding.reason)).toEqual(['non-formulary-drug']);
    expect(reading.fields).toMatchObject({
      plan_type: 'medicare-part-d',
      appeal_deadline_days: 65,
      appeal_deadline_from: 'notice-date',
    });
  });

  it('counts only the notes that stand on a line of a statement', () => {
    const reading = readText(fixture('letters/eob-unused-legend.txt'));
    expect(reading.kind.value).toBe('eob');
    expect(reading.reasons.map((finding) => finding.reason)).toEqual(['duplicate-claim']);
  });

  it('gives no reasons for papers that refuse nothing', () => {
    expect(
      readText('Dear Ms. Example,\n\nGood news: your request is approved. The scan is authorized.\n').reasons,
    ).toEqual([]);
    expect(readText('').kind.value).toBe('other');
  });
});
