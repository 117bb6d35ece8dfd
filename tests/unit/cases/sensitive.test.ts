// Sensitive pages: what must be recognised, what looks like it and is none, and what the user lets through.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../shared/cases/page-text.ts';
import { sensitivePages } from '../../../shared/cases/sensitive.ts';
import type { Case } from '../../../shared/model/case.ts';
import { SensitivePage } from '../../../shared/model/diary.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { caseOf, paper, RULES, samplePapers } from '../../helpers/cases.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

const denial = paper(1, 'denial-letter', 'We deny this. It is not medically necessary.', {
  reasons: { 'medical-necessity': 'not medically necessary' },
  fields: { member_name: 'Ann Poe', member_id: 'XYZ 1234501' },
});
const kindsOf = (text: string, kind: DocumentKind = 'medical-record') => {
  const note = paper(2, kind, text, { fields: { member_name: 'Ann Poe' } });
  const documents = [denial, note];
  return sensitivePages({ case: caseOf(documents), documents, rules: RULES }).map((each) => each.kind);
};

describe('Social Security numbers', () => {
  it.each([
    'SSN: 123-45-6789',
    'Social Security Number 123 45 6789',
    'SSN 123456789',
    'ID 219-09-9999',
    'SSN:123-45-6789',
  ])('%s', (text) => {
    expect(kindsOf(`Patient: Ann Poe\n${text}\n`)).toContain('ssn');
  });

  it.each([
    'SSN: XXX-XX-6789',
    'SSN ***-**-6789',
    'Social Security last four 6789',
    'Phone 218-555-0133',
    'Claim number 123456789',
    'Claim no. 123-45-6789',
    'Member ID 123-45-6789',
    'Employer tax ID 12-3456789',
    'SSN: 000-12-3456',
    'SSN: 987-65-4321',
    'NPI 1234567893',
  ])('not: %s', (text) => {
    expect(kindsOf(`Patient: Ann Poe\n${text}\n`)).not.toContain('ssn');
  });
});

describe('psychotherapy notes', () => {
  it('are recognised by their name or by what they hold', () => {
    expect(kindsOf('PSYCHOTHERAPY NOTES, kept apart from the chart\nShe came late.\n')).toContain(
      'psychotherapy-notes',
    );
    const content = `Session content. Client said that she saw her father in a dream again. We explored the childhood memory
of the house. Strong transference today. My hypothesis is that the silence stands for him.\n`;
    expect(kindsOf(content)).toContain('psychotherapy-notes');
  });

  it.each([
    'Time 50 min incl. 16+ min psychotherapy. 99214, 90833.',
    'Psychotherapy: CBT weekly, 31 sessions 2019-2020; behavioral activation 14 sessions 2022.',
    'This authorization does not cover the release of psychotherapy notes.',
    'Do not send psychotherapy notes; they are not required.',
  ])('are not: %s', (text) => {
    expect(kindsOf(`${text}\n`)).toEqual([]);
  });
});

describe('records of substance-use programmes', () => {
  it.each([
    'Opioid Treatment Program, Riverside. Dosing record for the week.',
    'This information has been disclosed to you from records protected by federal confidentiality rules (42 CFR part 2).',
    'Diagnosis alcohol use disorder. Naltrexone started. Relapse prevention group twice a week.',
  ])('are: %s', (text) => {
    expect(kindsOf(`${text}\n`)).toContain('substance-use');
  });

  it.each([
    'No alcohol, no cannabis; UDS neg 05/27.',
    'Denies alcohol or drug use. No history of opioid use disorder. Never in detox.',
    'SH: lives w/ wife. EtOH 2/wk.',
  ])('are not: %s', (text) => {
    expect(kindsOf(`${text}\n`)).not.toContain('substance-use');
  });

  it('are not plan documents that speak of them', () => {
    expect(kindsOf('Opioid treatment program visits are paid at 80 %.\n', 'plan-document')).toEqual([]);
  });
});

describe('other persons', () => {
  it.each(['Patient: Bob Roe', 'Patient name: ROE, Bob', 'Pt: Bob T. Roe', 'Member ID: QRS 9988776'])('%s', (text) => {
    const kinds = kindsOf(`Visit of Ann Poe\n${text}\n`);
    expect(kinds).toContain('other-person');
  });

  it.each([
    'Patient: Ann Poe',
    'Patient: POE, Ann M.',
    'Patient: Ms. A. Poe',
    'Member ID: XYZ 1234501-01',
    'Patient Services: Bob Roe',
    'Clinician: Bob Roe, MD',
    'Subscriber: Bob Poe',
  ])('not: %s', (text) => {
    expect(kindsOf(`Visit of Ann Poe\n${text}\n`)).not.toContain('other-person');
  });

  it('are seen when a whole paper is somebody else’s', () => {
    const documents = [...samplePapers(), ...labelledPapers([27])];
    const found = sensitivePages({ case: caseOf(samplePapers()), documents, rules: RULES });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'other-person', quote: 'ABERNATHY-KOSS, Leopold M' });
  });
});

it('knows HIV and genetic results, and not the words of a form', () => {
  expect(kindsOf('HIV antibody: reactive. CD4 count 410.\n')).toContain('hiv');
  expect(kindsOf('BRCA1 pathogenic variant, heterozygous.\n')).toContain('genetic');
  const form = 'I authorize release of records that may include HIV test results and genetic test results.\n';
  expect(kindsOf(form, 'authorization-form')).toEqual([]);
});

it('finds nothing in the sample', () => {
  const papers = samplePapers();
  expect(sensitivePages({ case: caseOf(papers), documents: papers, rules: RULES })).toEqual([]);
});

describe('the packet', () => {
  const secret = paper(2, 'medical-record', 'Patient: Ann Poe\nSSN: 123-45-6789\n', {
    fields: { member_name: 'Ann Poe' },
  });
  const documents = [denial, secret];
  const look = (value: Case) => sensitivePages({ case: value, documents, rules: RULES, pages: 'in-packet' });
  const base: Case = { ...caseOf(documents), evidence: [] };

  it('is looked at only for pages that go into it', () => {
    expect(look(base)).toEqual([]);
    expect(look({ ...base, attachments: [secret.document.id] })).toHaveLength(1);
  });

  it('knows what the user lets through', () => {
    const open = look({ ...base, attachments: [secret.document.id] })[0]!;
    expect(open.allowed).toBe(false);
    const allowedPages = [`${open.documentId}/${open.pageNumber}/${open.kind}`];
    expect(look({ ...base, attachments: [secret.document.id], allowedPages })[0]!.allowed).toBe(true);
  });
});

it('never crashes, and quotes words that stand on the page', () => {
  const piece = fc.constantFrom(
    ...['SSN:', '123-45-6789', '123', '45', '6789', 'Patient:', 'Bob Roe', 'Ann Poe', 'HIV test', '\n', '\f', 'BRCA1'],
    ...['psychotherapy notes', 'opioid treatment program', 'no', 'Member ID:', 'QRS 9988776'],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 15 }).map((all) => all.join(' ')),
        fc.string(),
      ),
      (text) => {
        const note = paper(2, 'medical-record', text, { fields: { member_name: 'Ann Poe' } });
        const documents = [denial, note];
        for (const found of sensitivePages({ case: caseOf(documents), documents, rules: RULES })) {
          SensitivePage.parse(found);
          const page = documents.find(({ document }) => document.id === found.documentId)!.pages[found.pageNumber - 1]!;
          expect(found.to).toBeGreaterThan(found.from);
          expect(textOf(page, found.from, found.to)).toBe(found.quote);
        }
      },
    ),
    { numRuns: 200 },
  );
});
