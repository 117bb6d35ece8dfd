// The appeal letter as the window edits it: what is stored, what the case would say differently, and what changes it.
import { createHash } from 'node:crypto';
import type {
  AppealLetterView,
  LetterRevision,
  LetterUpdate,
  WordComparison,
} from '../../shared/contract/appeal-letter.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import { type DraftChange, draftChanges, settleChanges } from '../../shared/letters/editing/draft-changes.ts';
import { type OwnLetter, startOwnLetter, withTrueOrigins } from '../../shared/letters/editing/own-letter.ts';
import { quoteFaults } from '../../shared/letters/editing/quotes.ts';
import { tidyLetter } from '../../shared/letters/editing/tidy.ts';
import { letterFromWord } from '../../shared/letters/word/from-word.ts';
import type { Case } from '../../shared/model/case.ts';
import type { Block, Letter } from '../../shared/model/letter.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { blockText, headingAbove, letterChanges } from '../../shared/packet/letter-changes.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Services } from './services.ts';

export interface ChangedLetter {
  readonly ownLetter?: OwnLetter | undefined;
  readonly appealLetter: AppealLetterView;
}

export interface AppealLetterDesk {
  view(id: CaseId): AppealLetterView;
  start(id: CaseId): ChangedLetter;
  /** Throws letter-changed-elsewhere. */
  save(id: CaseId, letter: Letter, revision: LetterRevision): ChangedLetter;
  /** Throws letter-changed-elsewhere. */
  settle(id: CaseId, updateIds: readonly string[], how: 'take' | 'keep', revision: LetterRevision): ChangedLetter;
  putBack(id: CaseId, ownLetter: OwnLetter | undefined): ChangedLetter;
  backToDraft(id: CaseId): ChangedLetter & { readonly before: OwnLetter | undefined };
  /** Throws word-file-damaged, word-file-too-large, word-file-empty, and what reading any file throws. */
  compareWord(id: CaseId, token: FileToken): Promise<WordComparison>;
}

/** The desk over the open vault. */
export function createAppealLetterDesk({ session, files, readers }: Services, desk: CaseDesk): AppealLetterDesk {
  const ownOf = (id: CaseId): OwnLetter | undefined => session.vault().cases.get(id).ownLetter;

  const viewOf = (own: OwnLetter | undefined, { plan, draft, documents }: Lettering): AppealLetterView => ({
    letter: tidyLetter(plan.letter),
    isOwn: own !== undefined,
    revision: revisionOf(own),
    updates: own === undefined ? [] : updatesOf(own, draft, plan),
    quotes: own === undefined ? [] : [...quoteFaults(tidyLetter(plan.letter), documents)],
    exhibits: plan.exhibits,
    matrix: plan.parts.includes('matrix') ? plan.matrix : [],
  });
  const store = (id: CaseId, own: OwnLetter | undefined): ChangedLetter => {
    const { cases } = session.vault();
    cases.save(withOwn(cases.get(id), own));
    return { appealLetter: viewOf(own, desk.lettering(id)), ...(own && { ownLetter: own }) };
  };
  /** The letter a change is about; the draft of now when nobody has edited it yet. */
  const expected = (id: CaseId, revision: LetterRevision, draft: Letter): OwnLetter => {
    const own = ownOf(id);
    if (revisionOf(own) !== revision) throw new AppError('letter-changed-elsewhere');
    return own ?? startOwnLetter(draft);
  };

  return {
    view: (id) => viewOf(ownOf(id), desk.lettering(id)),
    start: (id) => store(id, ownOf(id) ?? startOwnLetter(desk.lettering(id).draft)),
    save: (id, letter, revision) => {
      const { draft } = desk.lettering(id);
      const own = expected(id, revision, draft);
      return store(id, { ...own, letter: withTrueOrigins(letter, [own.draft, own.letter, draft]) });
    },
    settle: (id, updateIds, how, revision) => {
      const { draft } = desk.lettering(id);
      return store(id, settleChanges(expected(id, revision, draft), draft, new Set(updateIds), how));
    },
    putBack: store,
    backToDraft: (id) => {
      const before = ownOf(id);
      return { ...store(id, undefined), before };
    },
    compareWord: async (id, token) => {
      const { bytes } = await files.take(token);
      const file = await readers.wordFile(bytes);
      const { plan, documents } = desk.lettering(id);
      const current = tidyLetter(plan.letter);
      const { letter, remarks } = letterFromWord(file, {
        current,
        exhibits: plan.exhibits,
        documentIds: [...documents.values()].map(({ document }) => document.id),
      });
      const changes = letterChanges({ ...plan, letter: current }, { ...plan, letter });
      return { letter, changes: [...changes], remarks: [...remarks] };
    },
  };
}

type Lettering = ReturnType<CaseDesk['lettering']>;

function withOwn({ ownLetter: _before, ...value }: Case, own: OwnLetter | undefined): Case {
  return own === undefined ? value : { ...value, ownLetter: own };
}

/** A letter that is still drafted has one revision for all: it changes with the case, and nobody's edits are lost by that. */
function revisionOf(own: OwnLetter | undefined): LetterRevision {
  return createHash('sha256')
    .update(JSON.stringify(own ?? null))
    .digest('hex')
    .slice(0, 16);
}

function updatesOf(own: OwnLetter, draft: Letter, plan: PacketPlan): LetterUpdate[] {
  const shown = (block: Block) => blockText(block, plan);
  return draftChanges(own, draft).map(({ id, kind, before, after, mine }: DraftChange) => ({
    id,
    kind,
    under: underOf(before, own.draft) ?? underOf(after, tidyLetter(draft)) ?? '',
    ...(before && { before: shown(before) }),
    ...(after && { after: shown(after) }),
    mine,
  }));
}

/** The heading above a block of a letter; undefined when the letter does not hold it. */
function underOf(block: Block | undefined, letter: Letter): string | undefined {
  const at = block === undefined ? -1 : letter.blocks.indexOf(block);
  return at < 0 ? undefined : headingAbove(letter.blocks, at);
}
