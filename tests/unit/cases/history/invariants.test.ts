// Whatever stands on a page: reading it never fails, every row has its words on the page, nothing is invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Score, Treatment } from '../../../../shared/model/record.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { quoteOf } from '../../../../shared/text/quote.ts';
import { RULES } from '../../../helpers/cases.ts';
import { historyOf } from '../../../helpers/history.ts';

const names = RULES.treatments.groups.flatMap(({ members }) =>
  members.flatMap(({ name, also, codes }) => [name, ...(also ?? []), ...(codes ?? [])]),
);
const phrases = [
  ...RULES.treatments.outcomes.flatMap((each) => [...each.phrases, ...(each.inResults ?? [])]),
  ...RULES.treatments.tried,
  ...RULES.treatments.planned,
  ...RULES.treatments.sideEffects,
].map((phrase) => phrase.replaceAll('*', 'ed').replaceAll('_', 'the'));
const facts = [
  '200 mg/d',
  '0.5 mg/kg over 40 min',
  '15 %',
  '22 wk',
  '36 sessions',
  'six weeks',
  '02/2019 - 07/2019',
  '2019-2020',
  '13/45/2020',
  '02/31/2024',
  'March to May 2024',
  'July 13, 15 and 17, 2026',
  'since 02/2025',
  'now',
  '07/24',
  '7/10',
  '99/99/99',
  'PHQ-9',
  'PHQ-9 21 to 17',
  'MADRS 36 → 11',
  'pain 7/10',
  'ODI 48%',
  'TOTAL',
  '23',
  '7/27',
  'Agent    Dose    When    Result',
  'Date    PHQ-9    GAD-7',
  '06/24   07/13',
  '2026   2026',
];
const joins = ['\n', '\n\n', '    ', ' ', ', ', '. ', '; ', ': ', ' and ', ' (', ') ', '\f', ' + ', '\n- ', ' - '];
const piece = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...phrases),
  fc.constantFrom(...facts),
  fc.constantFrom(...RULES.scales.flatMap((scale) => scale.names)),
  fc.constantFrom(
    'She',
    'the patient',
    'took',
    'PLAN',
    'MEDS',
    'Visit: 01/02/2026',
    'ADDENDUM 02/03/2026.',
    'of',
    'with',
    'to',
    'from',
    'not',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const line = fc
  .tuple(
    fc.constantFrom('', '- ', '+ ', 'She took ', 'Visit: 01/02/2026 ', 'After 36 sessions of '),
    fc.constantFrom(...names),
    fc.constantFrom(' ', '    ', ': ', ', '),
    fc.constantFrom(...facts),
    fc.constantFrom(' ', '    ', ', ', '; '),
    fc.constantFrom(...facts),
    fc.constantFrom(' ', ', ', '. ', '\n'),
    fc.constantFrom(...phrases),
    fc.constantFrom('\n', '.\n', '; ', '\f'),
  )
  .map((parts) => parts.join(''));
const text = fc
  .array(
    fc.oneof(
      line,
      fc.tuple(piece, fc.constantFrom(...joins)).map((parts) => parts.join('')),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));
const kind = fc.constantFrom<DocumentKind>(
  'medical-record',
  'letter-of-medical-necessity',
  'correspondence',
  'bill',
  'eob',
  'prior-authorization',
);

type Told = ReturnType<typeof historyOf>['told'];

/** The pages a row points at, as text; each place must hold the words it quotes. */
function provenPages(row: Treatment | Score, told: Told): string {
  const places: Source[] = [row.source!, ...row.also];
  return places
    .map(({ documentId, proof }) => {
      expect(documentId).toBe(told.document.id);
      const page = told.pages[proof.pageNumber - 1]!;
      expect(proof.to).toBeGreaterThan(proof.from);
      expect(proof.to).toBeLessThanOrEqual(page.words.length);
      expect(proof.quote).toBe(quoteOf(page, proof.from, proof.to));
      return quoteOf(page, 0, page.words.length);
    })
    .join(' \n ');
}

/** A table whose titles stand over the wrong words: other words lie between those of a name. */
const NAME_APART =
  '- Zyloprim, Agent    Dose    When    Result 06/24   07/13 treatment has included\nAfter 36 sessions of sertraline 200 mg/d    200 mg/d contraindicated\nsertraline 200 mg/d 200 mg/d contraindicated\n';

/** The same between those of a dose. */
const DOSE_APART =
  'sertraline Agent    Dose    When    Result 200 mg/d contraindicated\nsertraline    200 mg/d Agent    Dose    When    Result contraindicated\nPHQ-9\n';

describe('reading any page', () => {
  it('invents nothing', () => {
    let rows = 0;
    fc.assert(
      fc.property(kind, text, (of, words) => {
        const { treatments, scores, told } = historyOf(of, words);
        rows += treatments.length + scores.length;
        for (const row of treatments) {
          Treatment.parse(row);
          const pages = provenPages(row, told);
          expect(pages).toContain(row.name);
          if (row.dose !== undefined) expect(pages).toContain(row.dose);
          for (const word of (row.outcomeWords ?? '').split(' ')) expect(pages).toContain(word);
          if (row.augments !== undefined) expect(pages).toContain(row.augments);
          if (row.from !== undefined && row.to !== undefined)
            expect(row.from.slice(0, row.to.length) <= row.to).toBe(true);
          for (const date of [row.from, row.to])
            if (date !== undefined && date.length < 10) expect(pages).toContain(date.slice(2, 4));
        }
        for (const row of scores) {
          Score.parse(row);
          expect(row.source!.proof.quote).toContain(String(row.value));
          provenPages(row, told);
        }
        const ids = [...treatments, ...scores].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      {
        numRuns: 250,
        examples: [
          ['medical-record', NAME_APART],
          ['medical-record', DOSE_APART],
        ],
      },
    );
    // the generator does make pages that say something
    expect(rows).toBeGreaterThan(200);
  }, 60_000);

  it('finds nothing in ordinary words', () => {
    const ordinary =
      'the of and to in is you that it was for on are as with his they at be this have from or one had by word but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first water been call who its now find long down day did get come made may part'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ordinary, '2019', '12', 'weeks', '.'), { maxLength: 80 }), (words) => {
        const { treatments, scores } = historyOf('medical-record', words.join(' '));
        expect([...treatments, ...scores]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the data', () => {
  it('holds names of drugs of all specialties, none of them twice in two groups', () => {
    const drugs = RULES.treatments.groups.filter((group) => group.kind === 'drug').flatMap(({ members }) => members);
    expect(drugs.length).toBeGreaterThan(300);
    const owners = new Map<string, string>();
    for (const { members } of RULES.treatments.groups)
      for (const { name, also } of members)
        for (const each of [name, ...(also ?? [])]) {
          expect([each, owners.get(each.toLowerCase()) ?? name]).toEqual([each, name]);
          owners.set(each.toLowerCase(), name);
        }
  });
});
