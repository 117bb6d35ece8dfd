// Letters that came twice: signs papers once they are read, and finds the pairs that look alike. Nothing is ever dropped because of it.
import type { DocumentId } from '../../shared/ids.ts';
import { HASH_GRID, pictureHash } from '../../shared/looks/picture-hash.ts';
import { createLetterIndex, isFew, type LetterIndex } from '../../shared/looks/same-letter.ts';
import { packSignature, SIGNATURE_VERSION, signatureOf, unpackSignature } from '../../shared/looks/signature.ts';
import type { ImportOutcome } from '../../shared/model/document.ts';
import type { Lookalike } from '../../shared/model/lookalike.ts';
import type { Vault } from '../vault/types.ts';
import type { Services } from './services.ts';
import { toAppError } from './to-app-error.ts';

/** Papers signed in one go: a vault of before signatures were made is gone through in several. */
const AT_ONCE = 60;

export interface Lookalikes {
  /** Pairs to offer, later papers first; `isComplete` is false while more papers are to be signed. */
  list(): Promise<{ readonly pairs: Lookalike[]; readonly isComplete: boolean }>;
  /** The outcomes of an import, saying of each new paper which earlier one it looks like; as they are when the import was stopped. */
  told(outcomes: readonly ImportOutcome[], signal: AbortSignal): Promise<ImportOutcome[]>;
}

/** What is known of the papers of one open vault. */
interface Known {
  readonly vault: Vault;
  readonly index: LetterIndex<DocumentId>;
  /** Earlier papers each paper looks like. */
  readonly pairs: Map<DocumentId, readonly DocumentId[]>;
}

/** The lookalikes of the open vault; the index is made when first asked for and lives in memory alone. */
export function createLookalikes({ session, readers }: Pick<Services, 'session' | 'readers'>): Lookalikes {
  let known: Known | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: two calls must not sign and add the same papers. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const sign = async (vault: Vault, id: DocumentId): Promise<void> => {
    const { pages } = vault.documents.full(id);
    const signature = signatureOf(pages);
    const picture = isFew(signature) && pages.length > 0 ? await hashOf(vault, id) : undefined;
    vault.looks.sign(id, SIGNATURE_VERSION, packSignature({ ...signature, ...(picture && { picture }) }));
  };
  const hashOf = async (vault: Vault, id: DocumentId) => {
    try {
      const bytes = await vault.documents.picture(id, 1);
      const { pixels } = await readers.opened({ bytes }, (file) => file.grey(1, HASH_GRID));
      return pictureHash(pixels);
    } catch (cause) {
      const { code } = toAppError(cause);
      if (code === 'vault-locked' || code === 'cancelled') throw cause;
      // A picture that can't be looked at is like no other one: no reason to fail an import.
      return undefined;
    }
  };

  /** Signs some of what is not signed yet and adds what is new to the index. Hands back how many papers are left to sign. */
  const catchUp = async (vault: Vault, most: number, signal?: AbortSignal): Promise<number> => {
    // A vault opened for reading only keeps nothing new: what was signed before is compared.
    const unsigned = vault.isReadOnly ? [] : vault.looks.unsigned(SIGNATURE_VERSION);
    for (const id of unsigned.slice(0, most)) {
      if (signal?.aborted === true) break;
      await sign(vault, id);
      // Others get their turn between two papers: the window stays lively.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    if (known?.vault !== vault) known = { vault, index: createLetterIndex(), pairs: new Map() };
    const { index, pairs } = known;
    for (const { id, date } of vault.looks.signed(SIGNATURE_VERSION)) {
      const value = pairs.has(id) ? undefined : vault.looks.signature(id);
      if (value !== undefined) pairs.set(id, index.add(id, { ...unpackSignature(value), date }));
    }
    return Math.max(0, unsigned.length - most);
  };

  const offered = (vault: Vault): Lookalike[] => {
    const papers = vault.looks.signed(SIGNATURE_VERSION).filter(({ isTrashed }) => !isTrashed);
    const live = new Map(papers.map(({ id, sequence }) => [id, sequence]));
    const judged = new Set(
      vault.looks.judged().flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]),
    );
    return [...(known?.pairs ?? [])]
      .flatMap(([id, alike]) => {
        const other = alike.find((each) => live.has(each) && !judged.has(`${id} ${each}`));
        return other === undefined || !live.has(id) ? [] : [inSequence(id, other, live)];
      })
      .sort((a, b) => (live.get(b.later) ?? 0) - (live.get(a.later) ?? 0));
  };

  return {
    list: () =>
      inTurn(async () => {
        const vault = session.vault();
        const left = await catchUp(vault, AT_ONCE);
        return { pairs: offered(vault), isComplete: left === 0 };
      }),
    told: (outcomes, signal) =>
      inTurn(async () => {
        if (signal.aborted) return [...outcomes];
        const vault = session.vault();
        if (!outcomes.some(({ status }) => status === 'imported')) return [...outcomes];
        await catchUp(vault, Math.max(AT_ONCE, outcomes.length), signal);
        const earlier = new Map(offered(vault).map((pair) => [pair.later, pair.earlier]));
        return outcomes.map((outcome) => {
          const looksLike = outcome.documentId && earlier.get(outcome.documentId);
          return outcome.status === 'imported' && looksLike ? { ...outcome, looksLike } : outcome;
        });
      }),
  };
}

/** Papers are signed in the order in which they were read, which need not be that in which they came. */
function inSequence(a: DocumentId, b: DocumentId, sequences: ReadonlyMap<DocumentId, number>): Lookalike {
  return (sequences.get(a) ?? 0) > (sequences.get(b) ?? 0) ? { earlier: b, later: a } : { earlier: a, later: b };
}
