// Treatments and scores of the sample case, written down by hand with the words of its pages.
import type { FullDocument } from '../../shared/model/document.ts';
import type { Score, Treatment } from '../../shared/model/record.ts';
import type { Source } from '../../shared/model/source.ts';
import { findQuote, quoteOf } from '../../shared/text/quote.ts';

/** The words of a paper as a source. Throws when the paper does not hold them. */
export function sourceOf(paper: FullDocument, quote: string): Source {
  for (const page of paper.pages) {
    const place = findQuote(page, quote);
    if (place === undefined) continue;
    const { from, to } = place;
    const proof = { pageNumber: page.pageNumber, from, to, quote: quoteOf(page, from, to) };
    return { documentId: paper.document.id, proof };
  }
  throw new Error(`no page says “${quote}”`);
}

/** A drug of the record; what is not known is left out. */
export function drug(name: string, more: Partial<Treatment> = {}): Treatment {
  return { id: name, name, kind: 'drug', ongoing: false, outcome: 'unknown', also: [], byUser: false, ...more };
}

/** The treatment history of the visit note (the fifth sample paper). */
export function sampleTreatments(note: FullDocument): Treatment[] {
  const at = (quote: string) => ({ source: sourceOf(note, quote) });
  return [
    drug('sertraline', {
      ...{ drugClass: 'SSRI antidepressant', dose: '200 mg/d', from: '2019-02', to: '2019-07', length: '22 wk' },
      ...{ outcome: 'no-response', outcomeWords: 'no response', ...at('sertraline 200 mg/d') },
    }),
    drug('bupropion XL', {
      ...{ drugClass: 'NDRI antidepressant', dose: '450 mg/d', from: '2019-08', to: '2020-03' },
      ...{ outcome: 'relapse', outcomeWords: 'partial, lost by month 5', ...at('bupropion XL 450 mg/d') },
    }),
    drug('venlafaxine XR', {
      ...{ drugClass: 'SNRI antidepressant', dose: '300 mg/d', from: '2020-05', to: '2021-01', length: '34 wk' },
      ...{ outcome: 'no-response', outcomeWords: 'none', ...at('venlafaxine XR 300 mg/d') },
    }),
    drug('escitalopram', {
      ...{ drugClass: 'SSRI antidepressant', dose: '20 mg/d', from: '2021-03', to: '2022-06' },
      ...{ outcome: 'partial-response', outcomeWords: 'partial < 25 %', ...at('escitalopram 20 mg/d') },
    }),
    drug('aripiprazole', {
      ...{ drugClass: 'antipsychotic', augments: 'escitalopram', dose: '10 mg/d', from: '2021-10', length: '9 wk' },
      ...{ outcome: 'not-tolerated', outcomeWords: 'stopped, akathisia', ...at('aripiprazole 10 mg/d') },
    }),
    drug('nortriptyline', {
      ...{ drugClass: 'tricyclic antidepressant', dose: '100 mg/d', from: '2022-08', to: '2023-04' },
      ...{ outcome: 'no-response', outcomeWords: 'none', ...at('nortriptyline 100 mg/d') },
    }),
    drug('lithium', {
      ...{
        drugClass: 'mood stabilizer',
        augments: 'nortriptyline',
        dose: '900 mg/d',
        from: '2023-01',
        length: '13 wk',
      },
      ...{ outcome: 'no-response', outcomeWords: 'none', ...at('lithium 900 mg/d') },
    }),
    drug('vilazodone', {
      ...{ drugClass: 'SSRI antidepressant', dose: '40 mg/d', from: '2025-02', ongoing: true },
      ...{ outcome: 'no-response', outcomeWords: 'none', ...at('vilazodone 40 mg/d') },
    }),
    drug('rTMS', {
      ...{ kind: 'procedure', length: '36 sessions', from: '2024-02-05', to: '2024-04-02' },
      ...{ outcome: 'relapse', outcomeWords: 'Back to 22 in 5 wk', ...at('rTMS: left DLPFC, 36 sessions') },
    }),
    drug('ECT', { kind: 'procedure', outcome: 'contraindicated', ...at('ECT: consult 01/14/2025') }),
  ];
}

/** Scores of the questionnaire printout (the sixth sample paper). */
export function sampleScores(printout: FullDocument): Score[] {
  const score = (scale: Score['scale'], on: string, value: number, quote: string): Score => ({
    ...{ id: `${scale} ${on}`, scale, value, on, also: [], byUser: false },
    source: sourceOf(printout, quote),
  });
  const totals = 'TOTAL 23 22 15 9 7 6';
  const madrs = 'MADRS (clinician rated) 06/24/2026 36';
  return [
    score('PHQ-9', '2026-06-24', 23, totals),
    score('PHQ-9', '2026-07-13', 22, totals),
    score('PHQ-9', '2026-07-24', 9, totals),
    score('PHQ-9', '2026-09-08', 6, totals),
    score('MADRS', '2026-06-24', 36, madrs),
    score('MADRS', '2026-09-08', 9, '09/08/2026 9'),
  ];
}
