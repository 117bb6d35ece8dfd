// Letters beside the appeal for tests: a case with what is worked out from its papers, and the text of what was drafted.
import { planDueDates } from '../../shared/cases/plan-due.ts';
import { EntryId } from '../../shared/ids.ts';
import { type DraftedLetter, draftWrittenLetter } from '../../shared/letters/kinds/draft-kind.ts';
import type { CaseForLetters } from '../../shared/letters/kinds/input.ts';
import type { Case } from '../../shared/model/case.ts';
import type { LetterKind, WrittenLetter } from '../../shared/model/diary.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Inline, Letter } from '../../shared/model/letter.ts';
import { inlinesOf } from '../../shared/packet/letter-cites.ts';
import { RULES, TODAY } from './cases.ts';

/** A case and its papers, as letters are drafted from them; `more` adds what else is known. */
export function forLetters(
  value: Case,
  papers: readonly FullDocument[],
  more: Partial<CaseForLetters> = {},
): CaseForLetters {
  const denial = papers.find((each) => each.document.id === value.denialDocumentId)!;
  return {
    case: value,
    documents: new Map(papers.map((each) => [each.document.id, each])),
    deadlines: [],
    rules: RULES,
    today: TODAY,
    treatments: [],
    scores: [],
    crosswalk: [],
    money: undefined,
    planDue: planDueDates({ case: value, denial, rules: RULES, today: TODAY }),
    ...more,
  };
}

/** The letter of a kind, with what the user filled in and added. */
export function drafted(kind: LetterKind, input: CaseForLetters, more: Partial<WrittenLetter> = {}): DraftedLetter {
  const id = EntryId.parse('n_0000000000000001');
  return draftWrittenLetter({ ...input, written: { id, kind, createdOn: TODAY, fills: {}, added: '', ...more } });
}

/** The words of inlines; blanks in square brackets, cites as “(p. 2)”. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((each) =>
      each.kind === 'text' ? each.text : each.kind === 'blank' ? `[${each.label}]` : `(p. ${each.pageNumber})`,
    )
    .join('');
}

/** The words of a block; items and lines stand apart. */
function textOf(block: Letter['blocks'][number]): string {
  if (block.kind === 'list') return block.items.map(wordsOf).join('\n');
  if (block.kind === 'lines' || block.kind === 'signature') return block.lines.map(wordsOf).join('\n');
  if (block.kind === 'pairs') return block.rows.map((row) => wordsOf(row.value)).join('\n');
  return wordsOf(inlinesOf(block));
}

/** All words of a letter, one block a line. */
export function letterWords(letter: Letter): string {
  const labels = (block: Letter['blocks'][number]) =>
    block.kind === 'pairs' ? `${block.rows.map((row) => row.label).join(' ')} ` : '';
  return letter.blocks.map((block) => labels(block) + textOf(block)).join('\n');
}
