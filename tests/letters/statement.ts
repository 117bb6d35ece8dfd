// A generated explanation of benefits: service lines with notes, and a legend that explains more notes than the lines use.
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import { ReasonId as ReasonIds } from '../../shared/model/vocabulary.ts';
import type { Bank } from './bank.ts';
import type { Chance } from './chance.ts';
import { fieldsOf, filler, finished, type MadePaper, reference } from './frame.ts';
import type { Block } from './layout.ts';
import { castOf, printed } from './people.ts';

const SERVICES = [
  ['99214', 'Office visit'],
  ['73721', 'MRI joint'],
  ['97110', 'Therapy'],
  ['80053', 'Lab panel'],
  ['J3490', 'Drug'],
  ['93306', 'Echo'],
  ['E0601', 'CPAP device'],
  ['90837', 'Therapy 60 min'],
] as const;

/** A statement with one or two denied lines; the legend also explains marks no line bears. */
export function statementOf(bank: Bank, id: string, first: ReasonId, chance: Chance): MadePaper {
  const cast = castOf(chance);
  const fill = filler(cast);
  const wanted = [
    first,
    ...chance.some(
      ReasonIds.options.filter((other) => other !== first),
      chance.pick([0, 0, 1]),
    ),
  ];
  const unused = chance.some(
    ReasonIds.options.filter((other) => !wanted.includes(other)),
    chance.whole(0, 3),
  );
  const marks = chance.some(
    ['A1', 'B2', 'C7', '07', '12', '31', '44', 'K9', 'N1X', 'D4'],
    wanted.length + unused.length,
  );
  const notes = [...wanted, ...unused].map((reason, index) => ({
    reason,
    mark: marks[index] ?? 'Z9',
    text: fill(chance.pick(bank.remarks[reason])),
    isUsed: index < wanted.length,
  }));
  const date = printed(cast.service, 1);
  const services = chance.some(SERVICES, wanted.length + 1);
  const rows = services.map(([code, name], index) => {
    const note = index === 0 ? undefined : notes[index - 1];
    const billed = (chance.whole(60, 900) + 0.5).toFixed(2);
    const cells = note === undefined ? [billed, billed, '0.00', billed] : [billed, '0.00', billed, '0.00'];
    return `${date}  ${code}  ${name.padEnd(15)} ${cells.map((cell) => cell.padStart(9)).join(' ')}   ${note?.mark ?? ''}`.trimEnd();
  });
  const legend: Block[] = chance.some(notes, notes.length).map((note) => ({
    kind: 'paragraph',
    mark: note.mark,
    runs: [{ text: note.text, ...(note.isUsed ? { tag: { reason: note.reason, role: 'core' as const } } : {}) }],
  }));
  const blocks: Block[] = [
    {
      kind: 'lines',
      lines: [
        `${cast.payer}              EXPLANATION OF BENEFITS`,
        `P.O. Box ${chance.whole(100, 9999)}, ${cast.place}`,
        'THIS IS NOT A BILL',
      ],
    },
    {
      kind: 'lines',
      lines: [`Statement date  ${printed(cast.date, 1)}`, `Claim number    ${cast.claim}`, ...reference(cast, chance)],
    },
    {
      kind: 'lines',
      lines: [`Date        Code   Service           Billed   Allowed    Denied      Paid   Note`, ...rows],
    },
    { kind: 'lines', lines: [chance.pick(['NOTES', 'What the notes mean', 'REMARK CODES', 'Explanation of notes'])] },
    ...legend,
    { kind: 'lines', lines: ['YOUR RIGHT TO APPEAL'] },
    {
      kind: 'paragraph',
      runs: [
        { text: fill('You may appeal within 180 days of receiving this statement. Write to {payer}, {address}.') },
      ],
    },
  ];
  return finished(blocks, cast, chance, {
    id,
    author: bank.author,
    type: 'eob',
    reasons: notes.filter((note) => note.isUsed).map((note) => ({ id: note.reason, quote: note.text })),
    not_reasons: unused,
    fields: { ...fieldsOf(cast), claim_numbers: [cast.claim] },
  });
}
