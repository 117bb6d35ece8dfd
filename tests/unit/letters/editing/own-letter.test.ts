// The letter the user edits: its one form, whose words it holds, what the case would say differently since, quotes held against their pages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, saysOf } from '../../../../shared/letters/editing/align.ts';
import { draftChanges, settleChanges } from '../../../../shared/letters/editing/draft-changes.ts';
import { startOwnLetter, withTrueOrigins } from '../../../../shared/letters/editing/own-letter.ts';
import { quoteFaults } from '../../../../shared/letters/editing/quotes.ts';
import { tidyLetter } from '../../../../shared/letters/editing/tidy.ts';
import type { Block, Letter } from '../../../../shared/model/letter.ts';
import { anyBlock, anyLetter } from '../../../helpers/any-letter.ts';
import { answerOf, cite, groundId, pageOf, paperOf, text } from '../../../helpers/packet-fixtures.ts';

const says = (letter: Letter) => letter.blocks.map(saysOf);
const user = (words: string): Block => ({ kind: 'paragraph', origin: 'user', inlines: [text(words)] });
const form = (words: string): Block => ({ kind: 'paragraph', origin: 'form', inlines: [text(words)] });
const letter = (...blocks: Block[]): Letter => ({ subject: 'Appeal', blocks });

/** A letter after some of its blocks were left out, moved, and others put in. */
const editedOf = (start: Letter) =>
  fc
    .record({
      keep: fc.array(fc.boolean(), { minLength: start.blocks.length, maxLength: start.blocks.length }),
      added: fc.array(fc.tuple(fc.nat(), anyBlock), { maxLength: 3 }),
      turn: fc.nat(),
    })
    .map(({ keep, added, turn }) => {
      const kept = start.blocks.filter((_, at) => keep[at]);
      const turned = kept.length === 0 ? [] : [...kept.slice(turn % kept.length), ...kept.slice(0, turn % kept.length)];
      const blocks = added.reduce((all, [at, block]) => all.toSpliced(at % (all.length + 1), 0, block), turned);
      return { ...start, blocks };
    });
const twoDrafts = anyLetter.chain((draft) => fc.tuple(fc.constant(draft), editedOf(draft), editedOf(draft)));

describe('the one form of a letter', () => {
  it('is reached in one step and keeps every citation and blank', () => {
    const count = (value: Letter, kind: string) => JSON.stringify(value).split(`"kind":"${kind}"`).length;
    fc.assert(
      fc.property(anyLetter, (value) => {
        expect(tidyLetter(value)).toEqual(value);
        for (const kind of ['cite', 'blank']) expect(count(tidyLetter(value), kind)).toBe(count(value, kind));
      }),
    );
  });

  it('joins text of one look and leaves out what cannot be printed', () => {
    const inlines = [text('a\u0001'), text('b'), { ...text('c'), bold: true }, text('')] as const;
    expect(tidyLetter(letter({ kind: 'paragraph', origin: 'user', inlines: [...inlines] }, form(' '))).blocks).toEqual([
      { kind: 'paragraph', origin: 'user', inlines: [text('ab'), { kind: 'text', text: 'c', bold: true }] },
    ]);
  });
});

describe('pairing blocks', () => {
  it('takes no block twice and finds every block of the letter itself', () => {
    fc.assert(
      fc.property(twoDrafts, ([a, b]) => {
        const found = align(a.blocks, b.blocks).filter((each) => each !== undefined);
        expect(new Set(found).size).toBe(found.length);
        expect(align(a.blocks, a.blocks)).toEqual(a.blocks.map((_, at) => at));
      }),
    );
  });
});

describe('whose words', () => {
  it('are the app’s only while a draft holds them word for word', () => {
    const draft = letter(form('Please reverse.'), form('Law applies.'));
    const edited = letter(form('Please reverse.'), form('Law applies here.'), {
      ...user('Mine.'),
      origin: 'page',
    } as Block);
    const origins = withTrueOrigins(edited, [draft]).blocks.map((block) => ('origin' in block ? block.origin : ''));
    expect(origins).toEqual(['form', 'user', 'user']);
  });

  it('nothing the user typed is ever called the app’s', () => {
    fc.assert(
      fc.property(anyLetter, anyLetter, (draft, edited) => {
        const ours = new Set(draft.blocks.map((block) => `${'origin' in block ? block.origin : ''} ${saysOf(block)}`));
        for (const block of withTrueOrigins(edited, [draft]).blocks)
          if ('origin' in block && block.origin !== 'user') expect(ours).toContain(`${block.origin} ${saysOf(block)}`);
      }),
    );
  });
});

describe('what the case says differently since', () => {
  const start = letter(
    { kind: 'lines', lines: [[text('November 26, 2026')]] },
    ...answerOf(1, 'Reason 1: Medical necessity', [text('Answer.')]),
    form('The rules for this review.'),
  );

  it('is nothing as long as nothing changed', () => {
    fc.assert(
      fc.property(anyLetter, (draft) => {
        expect(draftChanges(startOwnLetter(draft), draft)).toEqual([]);
      }),
    );
  });

  it('gives the draft of now when all is taken over into an unedited letter, and leaves nothing to tell', () => {
    fc.assert(
      fc.property(twoDrafts, ([draft, now]) => {
        const own = startOwnLetter(draft);
        const all = new Set(draftChanges(own, now).map(({ id }) => id));
        const taken = settleChanges(own, now, all, 'take');
        expect(says(taken.letter)).toEqual(says(tidyLetter(now)));
        expect(draftChanges(taken, now)).toEqual([]);
      }),
    );
  });

  it('leaves the user’s letter as it is when all is kept', () => {
    fc.assert(
      fc.property(twoDrafts, ([draft, now, mine]) => {
        const own = { draft, letter: mine };
        const all = new Set(draftChanges(own, now).map(({ id }) => id));
        const kept = settleChanges(own, now, all, 'keep');
        expect(kept.letter).toEqual(mine);
        expect(draftChanges(kept, now)).toEqual([]);
      }),
    );
  });

  it('never touches blocks the user wrote himself', () => {
    fc.assert(
      fc.property(twoDrafts, fc.nat(), ([draft, now], at) => {
        const mine = user('A sentence of my own that no draft ever held.');
        const own = startOwnLetter(draft);
        const edited = { ...own, letter: { ...draft, blocks: own.letter.blocks.toSpliced(at % 5, 0, mine) } };
        const all = new Set(draftChanges(edited, now).map(({ id }) => id));
        expect(settleChanges(edited, now, all, 'take').letter.blocks).toContainEqual(mine);
      }),
    );
  });

  it('tells one by one what changed, and what the user made of it', () => {
    const own = startOwnLetter(start);
    const edited = { ...own, letter: letter(...start.blocks.slice(0, 2), user('Answer of my own.'), start.blocks[3]!) };
    const now = letter(
      { kind: 'lines', lines: [[text('December 1, 2026')]] },
      ...answerOf(1, 'Reason 1: Medical necessity', [text('Answer with more words.')]),
      form('The rules for this review.'),
      form('Also enclosed.'),
    );
    const changes = draftChanges(edited, now);
    expect(changes.map(({ kind, mine }) => [kind, mine])).toEqual([
      ['changed', 'as-drafted'],
      ['changed', 'edited'],
      ['added', 'as-drafted'],
    ]);
    const date = settleChanges(edited, now, new Set([changes[0]!.id]), 'take');
    expect(says(date.letter)).toEqual(says(letter(now.blocks[0]!, ...edited.letter.blocks.slice(1))));
    expect(draftChanges(date, now).map(({ id }) => id)).toEqual(changes.slice(1).map(({ id }) => id));
    const added = settleChanges(date, now, new Set([changes[2]!.id]), 'take');
    expect(added.letter.blocks.at(-1)).toEqual(now.blocks.at(-1));
  });

  it('knows a reason by its ground, whatever its heading is called', () => {
    const own = startOwnLetter(start);
    const now = letter(
      start.blocks[0]!,
      { kind: 'heading', level: 1, text: 'Reason 2: Something else entirely', groundId: groundId(1) },
      ...start.blocks.slice(2),
    );
    expect(draftChanges(own, now).map(({ kind }) => kind)).toEqual(['changed']);
  });
});

describe('quotes', () => {
  const page = pageOf(2, ['The treatment is not medically necessary because', 'criteria 4.1 were never met in 2026.']);
  const documents = new Map([
    [cite(1, 1).kind === 'cite' ? paperOf(1).document.id : '', paperOf(1, { pages: [pageOf(1, ['Cover']), page] })],
  ]);
  const faults = (words: string, ...cites: ReturnType<typeof cite>[]) =>
    quoteFaults(letter({ kind: 'quote', inlines: [text(`“${words}” `), ...cites] }), documents).map(
      ({ fault }) => fault,
    );

  it('stand when the page has their words, over line ends and with words left out', () => {
    expect(faults('The treatment is not medically necessary', cite(1, 2))).toEqual([]);
    expect(faults('not medically necessary because criteria 4.1', cite(1, 2))).toEqual([]);
    expect(faults('The treatment is … never met in 2026.', cite(1, 2))).toEqual([]);
    expect(faults('the treatment is not medically necessary', cite(1, 1, 2))).toEqual([]);
  });

  it('may mend what optical reading got wrong', () => {
    expect(faults('The treatmcnt is not medically neccssary', cite(1, 2))).toEqual([]);
    expect(faults('not medicaly necessary because criteria 4.1 were nevcr', cite(1, 2))).toEqual([]);
  });

  it('do not stand when a word or a number was changed, left out or put in', () => {
    expect(faults('The treatment is medically necessary because criteria', cite(1, 2))).toEqual(['differs']);
    expect(faults('criteria 4.7 were never met in 2026', cite(1, 2))).toEqual(['differs']);
    expect(faults('The treatment is not really medically necessary because', cite(1, 2))).toEqual(['differs']);
    expect(faults('Nobody ever wrote these words on it', cite(1, 2))).toEqual(['not-on-page']);
    expect(faults('The treatment is not medically necessary', cite(1, 1))).toEqual(['not-on-page']);
  });

  it('need a page; one whose paper is gone is told elsewhere', () => {
    expect(faults('The treatment')).toEqual(['no-page']);
    expect(faults('The treatment', cite(9, 1))).toEqual([]);
  });
});
