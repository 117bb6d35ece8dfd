// What one paper tells of treatments and scores, page by page.
import type { FullDocument } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { oncePerPair } from '../../once-per.ts';
import type { Rules } from '../../rules/schema.ts';
import { linesOf, sentencesOf } from '../page-text.ts';
import { billedTreatments } from './billed-treatments.ts';
import type { Draft, Paper } from './draft.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { type NoteDate, noteDates } from './note-dates.ts';
import { rowTreatments } from './row-treatments.ts';
import { type ScoreDraft, scoresIn } from './scores.ts';
import { sectionsOf } from './sections.ts';
import { toldTreatments } from './told-treatments.ts';
import { looseSentences, rowsOf } from './units.ts';

export interface Read {
  readonly treatments: readonly Draft[];
  readonly scores: readonly ScoreDraft[];
}

/** The treatments and scores of a paper, not yet joined with those of other papers. Each paper is read once. */
export const readPaper: (paper: FullDocument, rules: Rules) => Read = oncePerPair(readWords);

function readWords(paper: FullDocument, rules: Rules): Read {
  const { document } = paper;
  const lexicon = lexiconOf(rules.treatments);
  const date = dateOfPaper(paper);
  const treatments: Draft[] = [];
  const scores: ScoreDraft[] = [];
  let current = date;
  for (const page of paper.pages) {
    if (page.words.length === 0) continue;
    const notes = noteDates(page, current);
    const at: Paper = { documentId: document.id, page, ...(current && { date: current }) };
    treatments.push(...withBases(page, treatmentsOn(at, paper, notes, lexicon, rules)));
    if (document.kind !== 'denial-letter' && document.kind !== 'eob')
      scores.push(...scoresIn({ paper: at, kind: document.kind, notes, rules }));
    current = notes.at(-1)?.date ?? current;
  }
  return { treatments, scores };
}

/** A line that begins with “+” strengthens the last drug above it, also where the page was not read as a table. */
function withBases(page: Page, drafts: readonly Draft[]): Draft[] {
  const starts = new Set(linesOf(page).map(({ from }) => from));
  const inOrder = [...drafts].sort((a, b) => a.source.proof.from - b.source.proof.from);
  const opensWithPlus = ({ source: { proof } }: Draft) => {
    const sign = /^\+/.test(page.words[proof.from]?.text ?? '') ? proof.from : proof.from - 1;
    return starts.has(sign) && /^\+/.test(page.words[sign]?.text ?? '');
  };
  return drafts.map((draft) => {
    if (draft.augments !== '' || !opensWithPlus(draft)) return draft;
    const base = inOrder.findLast(
      (other) =>
        other.source.proof.from < draft.source.proof.from &&
        other.augments === undefined &&
        other.entry.kind === 'drug',
    );
    return base === undefined ? draft : { ...draft, augments: base.name, augmentsKey: base.entry.key };
  });
}

function treatmentsOn(
  at: Paper,
  paper: FullDocument,
  notes: readonly NoteDate[],
  lexicon: Lexicon,
  rules: Rules,
): Draft[] {
  const { kind } = paper.document;
  if (kind === 'eob' || kind === 'bill' || kind === 'receipt') return billedTreatments(at, lexicon);
  const around = { sections: sectionsOf(at.page, rules.treatments), notes };
  if (kind === 'denial-letter' || kind === 'prior-authorization')
    return toldTreatments(at, kind, sentencesOf(at.page), around, lexicon, rules.treatments);
  const rows = rowsOf(at.page, lexicon);
  const told = toldTreatments(at, kind, looseSentences(at.page, rows, lexicon), around, lexicon, rules.treatments);
  return [...rowTreatments(at, rows, lexicon, rules.treatments), ...told];
}

/** The day a paper is of: its own date, else the last day of care it names. */
function dateOfPaper({ document, reading }: FullDocument): IsoDate | undefined {
  return document.date ?? reading.fields.letter_date ?? reading.fields.dates_of_service?.at(-1);
}
