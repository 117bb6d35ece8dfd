// What else the rules say of time: urgent appeals, keeping care going, a plan that is late.
import type { ClockNote } from '../../../../shared/model/clocks.ts';
import { Fold } from '../../../parts/fold.tsx';
import { NOTE_NAMES } from '../../../wording/denial.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { Basis } from './basis.tsx';
import { Stated } from './step-list.tsx';

/** Each folded under a few words. */
export function ClockNotes({ id, notes }: { readonly id: PaperRoute['id']; readonly notes: readonly ClockNote[] }) {
  if (notes.length === 0) return null;
  return (
    <div>
      <h3 className="small-heading">Good to know</h3>
      {notes.map((note) => (
        <Fold key={note.id} summary={NOTE_NAMES[note.kind]}>
          <p>{note.what}</p>
          <Stated id={id} stated={note.stated} about={NOTE_NAMES[note.kind]} />
          <Basis {...note} />
        </Fold>
      ))}
    </div>
  );
}
