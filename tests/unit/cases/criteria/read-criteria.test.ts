// Criteria of policies in the shapes that payers print: numbered, bulleted, Roman, nested, inline, and of local coverage determinations.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf } from '../../../../shared/cases/criteria/from-papers.ts';
import { countAsked, leadOf } from '../../../../shared/cases/criteria/lead.ts';
import { readCriteria } from '../../../../shared/cases/criteria/read-criteria.ts';
import { type ServiceTopic, serviceTopic } from '../../../../shared/cases/criteria/service-topic.ts';
import { textOf } from '../../../../shared/cases/page-text.ts';
import { Criterion } from '../../../../shared/model/criteria.ts';
import { caseOf, paper, RULES, samplePapers } from '../../../helpers/cases.ts';

const papers = samplePapers();
const value = caseOf(papers);
const policy = papers[8]!;
const NOTHING: ServiceTopic = { names: [], others: [], words: new Map(), renewal: false };
const read = (text: string, topic = NOTHING) => readCriteria(paper(1, 'medical-policy', text), topic);
const brief = (text: string) => read(text).map(({ label, needs, text: words }) => [label ?? '', needs, words]);

describe('the policy of the sample', () => {
  const criteria = criteriaOf(value, papers, RULES);

  it('gives section 4 for ketamine by vein, not the section on the spray', () => {
    expect(criteria.map(({ label }) => label)).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5']);
    expect(criteria.every(({ needs }) => needs === 'all')).toBe(true);
    expect(criteria[0]!.text).toMatch(/^four adequate antidepressant trials .* length and result$/);
    expect(criteria[0]!.under).toContain('INTRAVENOUS KETAMINE');
    expect(criteria[3]!.text).toBe('a validated rating scale before and after the course');
  });

  it('proves each by its words on the page', () => {
    for (const { source, text } of criteria) {
      const page = policy.pages[source!.proof.pageNumber - 1]!;
      expect(source!.proof.quote).toBe(textOf(page, source!.proof.from, source!.proof.to));
      expect(source!.proof.quote.startsWith(text)).toBe(true);
    }
  });

  it('gives section 3 when the spray was denied', () => {
    const topic: ServiceTopic = { ...NOTHING, names: [['esketamin']], others: [['intravenou', 'ketamin']] };
    const texts = readCriteria(policy, topic).map(({ text }) => text);
    expect(texts).toEqual([
      'age 18 or older',
      'PHQ-9 of 15 or more, or MADRS of 28 or more',
      'no response to two antidepressants from two classes, eight weeks each at an adequate dose',
      'given at a certified site',
    ]);
  });

  it('lists all sections, each under its heading, when nothing tells the service', () => {
    const under = new Set(readCriteria(policy, NOTHING).map((each) => each.under?.slice(0, 1)));
    expect([...under]).toEqual(['3', '4']);
  });

  it('falls back on the plan’s definitions, then on the denial’s own words', () => {
    const definitions = criteriaOf(
      value,
      papers.filter((each) => each !== policy),
      RULES,
    );
    expect(definitions.map(({ label }) => label)).toEqual(['1', '2', '3', 'a', 'b', 'c']);
    const [denial] = papers;
    const own = criteriaOf(value, [denial!], RULES).map(({ text }) => text);
    expect(own).toContain('at least one augmentation strategy');
    expect(own.at(-1)).toContain('an explanation why neither could be used');
  });
});

describe('other shapes', () => {
  it('bullets with a list within, and nothing of what is not covered', () => {
    const found = brief(`POLICY

TMS is considered medically necessary when ALL of the following criteria are met:

  •  Confirmed diagnosis of severe major depressive disorder
  •  ONE of the following:
       o  Failure of four antidepressants from at least two classes
       o  Inability to tolerate four antidepressants, documented in
          the record
  •  No seizure disorder

TMS is considered investigational for all other indications, including:

  •  Obsessive-compulsive disorder
  •  Migraine
`);
    expect(found).toEqual([
      ['', 'all', 'Confirmed diagnosis of severe major depressive disorder'],
      ['', 'any', 'Failure of four antidepressants from at least two classes'],
      ['', 'any', 'Inability to tolerate four antidepressants, documented in the record'],
      ['', 'all', 'No seizure disorder'],
    ]);
  });

  it('Roman numerals of a local coverage determination, with letters below', () => {
    const found = brief(`Coverage Indications, Limitations, and/or Medical Necessity

Lumbar MRI will be considered reasonable and necessary when any one of the following is met:

I.   Low back pain that has not improved after at least 6 weeks of conservative therapy; or
II.  A new motor weakness; or
III. Suspicion of
     (a) cancer, or
     (b) fracture.

Limitations

The following are not reasonable and necessary:

1. Routine follow up
2. Screening
`);
    expect(found.map(([label, needs]) => `${label} ${needs}`)).toEqual(['I any', 'II any', 'III.a any', 'III.b any']);
  });

  it('letters under a heading, two of three, and leaves renewal to those who renew', () => {
    const text = `CLINICAL CRITERIA FOR ESKETAMINE
I. Initial Approval Criteria
   A. Member is 18 years of age or older; AND
   B. Documentation of at least two of the following:
      1. PHQ-9 score of at least 15
      2. MADRS score of at least 28
      3. HAM-D score of at least 17
II. Renewal Criteria
   A. Member continues to meet initial criteria; AND
   B. Member has improved by half.
`;
    const found = read(text);
    expect(found.map(({ label }) => label)).toEqual(['A', 'B.1', 'B.2', 'B.3']);
    expect(countAsked(found[1]!.under!)).toBe(2);
    const renewing = read(text, { ...NOTHING, renewal: true }).map((each) => each.text);
    expect(renewing).toContain('Member has improved by half');
  });

  it('numbers within a sentence', () => {
    expect(
      brief('Imaging is supported when the record shows (1) six weeks of care; (2) a recheck; and (3) no better.\n'),
    ).toEqual([
      ['1', 'all', 'six weeks of care'],
      ['2', 'all', 'a recheck'],
      ['3', 'all', 'no better'],
    ]);
  });

  it('stars, and not the line below the list', () => {
    const found = brief(`COVERAGE CRITERIA
Panniculectomy is covered when you have:
* a pannus that hangs below the pubis, shown by photographs
* a rash or sores for 12 weeks, in spite of treatment
* stable weight for six months
Call us with questions.
`);
    expect(found.at(-1)).toEqual(['', 'all', 'stable weight for six months']);
    expect(found).toHaveLength(3);
  });

  it('words between the items, and decimals of three parts', () => {
    const found = brief(`1.0 Admission Criteria

1.1 All of the following must be present:

1.1.1 A diagnosis in the current manual

1.1.2 Moderate impairment of function

1.2 At least one of the following:

1.2.1 Risk of harm to self
OR
1.2.2 Failure at a lower level of care
`);
    expect(found).toEqual([
      ['1.1.1', 'all', 'A diagnosis in the current manual'],
      ['1.1.2', 'all', 'Moderate impairment of function'],
      ['1.2.1', 'any', 'Risk of harm to self'],
      ['1.2.2', 'any', 'Failure at a lower level of care'],
    ]);
  });

  it('a list that runs over the page, without heads and feet', () => {
    const found = brief(
      `ACME POLICY 12                 page 1 of 2\n\nCovered when all of the following are met:\n\n1. first thing asked for in\n\nACME foot\n\fACME POLICY 12                 page 2 of 2\n\nthe record;\n2. second thing\n\nACME foot\n`,
    );
    expect(found).toEqual([
      ['1', 'all', 'first thing asked for in the record'],
      ['2', 'all', 'second thing'],
    ]);
  });
});

describe('the words that lead in', () => {
  it.each([
    ['documents every one of the following:', 'all', 1],
    ['when ALL of the following criteria are met:', 'all', 1],
    ['if any one of the following is true:', 'any', 1],
    ['ONE of the following:', 'any', 1],
    ['at least two of the following:', 'any', 2],
    ['a minimum of two (2) of the following:', 'any', 2],
    ['must meet the following criteria:', 'all', 1],
    ['either of the following:', 'any', 1],
  ] as const)('%s', (words, needs, count) => {
    expect(leadOf(words)).toMatchObject({ needs, count });
  });

  it.each(['Dear Ms. Poe,', 'The committee voted 6 to 3.', 'Call us with questions.'])('not: %s', (words) => {
    expect(leadOf(words)).toBeUndefined();
  });
});

it('never crashes, and what it gives stands on the page', () => {
  const line = fc.constantFrom(
    'All of the following:',
    '1. first',
    '(a) second; or',
    '  • third',
    'II. fourth',
    '4.1 fifth;',
    'CRITERIA',
    'when: (1) a; (2) b.',
    '',
    '\f',
    'plain words that go on',
    'o Item',
  );
  const text = fc.oneof(
    fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
    fc.string({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(text, (words) => {
      const document = paper(1, 'medical-policy', words);
      const ids = new Set<string>();
      for (const criterion of readCriteria(document, NOTHING)) {
        Criterion.parse(criterion);
        const { pageNumber, from, to, quote } = criterion.source!.proof;
        expect(textOf(document.pages[pageNumber - 1]!, from, to)).toBe(quote);
        expect(to).toBeGreaterThan(from);
        expect(ids.has(criterion.id)).toBe(false);
        ids.add(criterion.id);
      }
    }),
    { numRuns: 300 },
  );
});

it('knows the service by the denial', () => {
  const topic = serviceTopic(value, papers, RULES);
  expect(topic.names).toContainEqual(['intravenou', 'ketamin']);
  expect(topic.others).toContainEqual(['esketamin']);
});
