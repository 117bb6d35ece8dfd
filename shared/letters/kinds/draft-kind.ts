// Drafts a letter beside the appeal: fixed sentences with law that fits the plan, facts with their page, the user's words, visible blanks.
import type { Block, Letter } from '../../model/letter.ts';
import type { WrittenLetterInput } from './input.ts';
import { templateOf } from './names.ts';
import type { TemplateBlock } from './schema.ts';
import { tableBlocks } from './tables.ts';
import {
  type Basis,
  isFor,
  originOf,
  ownParagraphs,
  paragraphBlocks,
  sentenceInlines,
  type Writer,
  writerFor,
} from './writer.ts';

export type { WrittenLetterInput } from './input.ts';

export interface DraftedLetter {
  readonly letter: Letter;
  /** Labels of all blanks, filled ones included, each once, in the order of the text. A label stands for one thing: filled once, it is filled wherever it stands. */
  readonly blanks: string[];
  /** Those still open. */
  readonly open: string[];
  /** The law the letter names, each citation once. */
  readonly basis: Basis[];
}

/** Drafts a letter as it stands. Throws AppError('internal') when the rules lack its kind, which the loader rules out. */
export function draftWrittenLetter(input: WrittenLetterInput): DraftedLetter {
  const writer = writerFor(input);
  const template = templateOf(input.written.kind, input.rules);
  const blocks = template.blocks.filter((block) => block.kind === 'added' || isFor(block, writer));
  const letter = {
    subject: subjectOf(template.subject, input),
    blocks: withoutIdle(blocks.flatMap((block) => blocksOf(block, writer))),
  };
  return { letter, blanks: [...writer.blanks], open: [...writer.open], basis: [...writer.basis.values()] };
}

/** The subject, with whom it is about as far as that is known. */
function subjectOf(subject: string, { case: { facts } }: WrittenLetterInput): string {
  const memberId = facts.memberId.value?.trim();
  const who = [facts.memberName.value?.trim(), memberId && `member ID ${memberId}`].filter(Boolean).join(', ');
  return who === '' ? subject : `${subject}: ${who}`;
}

function blocksOf(block: TemplateBlock, writer: Writer): Block[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level ?? 1, text: block.text }];
    case 'paragraph':
      return paragraphBlocks(block.sentences, writer);
    case 'list': {
      const items = block.items.filter((item) => isFor(item, writer)).map((item) => sentenceInlines(item, writer));
      return items.length === 0
        ? []
        : [{ kind: 'list', ordered: block.ordered, items, origin: originOf(items.flat()) }];
    }
    case 'pairs': {
      const rows = block.rows
        .filter((row) => isFor(row, writer))
        .map((row) => ({ label: row.label, value: sentenceInlines(row, writer, 'always') }));
      return rows.length === 0 ? [] : [{ kind: 'pairs', rows }];
    }
    case 'lines':
    case 'signature': {
      const lines = block.lines.filter((line) => isFor(line, writer)).flatMap((line) => lineInlines(line, writer));
      return lines.length === 0 ? [] : [{ kind: block.kind, lines }];
    }
    case 'table':
      return withLead(block, writer);
    case 'added':
      return ownParagraphs(writer.input.written.added);
  }
}

/** A line of an address; a value of several lines becomes several. Lines name no page: they are for the envelope and the pen. */
function lineInlines(line: Extract<TemplateBlock, { kind: 'lines' }>['lines'][number], writer: Writer) {
  const inlines = sentenceInlines(line, writer, 'never');
  const [only] = inlines;
  if (inlines.length !== 1 || only?.kind !== 'text') return [inlines];
  return only.text.split('\n').map((each) => [{ ...only, text: each }]);
}

function withLead(block: Extract<TemplateBlock, { kind: 'table' }>, writer: Writer): Block[] {
  const rows = tableBlocks(block.of, writer);
  if (rows.length === 0) return block.empty === undefined ? [] : paragraphBlocks([block.empty], writer);
  return [...(block.lead === undefined ? [] : paragraphBlocks([block.lead], writer)), ...rows];
}

/** Leaves out headings that nothing follows. */
function withoutIdle(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    if (block.kind !== 'heading') return true;
    return next !== undefined && !(next.kind === 'heading' && next.level <= block.level);
  });
}
