// Moving an accepted page from one reason to another, as the calls that do it and those that undo it.
import type { Case, Evidence } from '../../../../shared/model/case.ts';

/** The kind of data a dragged page travels as. */
export const DRAGGED_PAGE = 'application/x-appeal-vault-evidence';

/** Names of reasons a page can be moved to: those in force, without its own. */
export function targetsOf({ grounds }: Case, evidence: Pick<Evidence, 'groundId'>): Case['grounds'] {
  return grounds.filter(({ id, state }) => id !== evidence.groundId && state !== 'dismissed');
}

/** The same page where it stands at another reason already; undefined when it must be linked anew. */
export function twinAt({ evidence }: Pick<Case, 'evidence'>, page: Evidence, groundId: string): Evidence | undefined {
  return evidence.find(
    (each) =>
      each.groundId === groundId &&
      each.documentId === page.documentId &&
      each.fromPage === page.fromPage &&
      each.toPage === page.toPage &&
      each.proof?.from === page.proof?.from,
  );
}
