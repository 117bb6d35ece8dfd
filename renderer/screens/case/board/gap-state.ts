// The states of an item of a checklist, as a choice gives them.
import type { Gap } from '../../../../shared/model/case.ts';
import { GAP_STATES } from '../../../wording/board.ts';

/** The state of that name; undefined for anything else. */
export function gapState(name: string | null): Gap['state'] | undefined {
  return name !== null && Object.hasOwn(GAP_STATES, name) ? (name as Gap['state']) : undefined; // just found among the keys
}
