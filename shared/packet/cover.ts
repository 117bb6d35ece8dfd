// The cover sheet of a packet as data: only what the receiver needs to route it, each value a fact of the case or a visible blank.
import { isRealDate, longDate } from '../cases/calendar.ts';
import type { Case, Fact } from '../model/case.ts';
import type { Inline } from '../model/letter.ts';
import type { CoverSheet } from '../model/packet.ts';
import type { PacketPreset } from '../model/packet-setup.ts';
import type { IsoDate } from '../model/vocabulary.ts';

/** What the packet is, in words that say nothing about health. */
const SUBJECTS: Readonly<Record<PacketPreset, string>> = {
  'internal-appeal': 'Appeal of a coverage decision',
  'second-level': 'Second-level appeal of a coverage decision',
  'external-review': 'Request for external review of a coverage decision',
  'medicare-redetermination': 'Request for redetermination',
  expedited: 'EXPEDITED appeal of a coverage decision: urgent',
  'claim-file-request': 'Request for the claim file',
  'attorney-record': 'Record of the claim',
  fax: 'Appeal of a coverage decision',
  'print-set': 'Appeal of a coverage decision',
};

/** Whoever gets a fax or an envelope by mistake reads this before the rest. */
const NOTICE =
  'Confidential. The pages that follow hold private health information meant only for the receiver named above. If they reached you by mistake, please do not read or copy them, call the number above at once, and destroy them.';

/** The cover sheet. Names no service, diagnosis or amount: a cover sheet lies open in a fax tray. */
export function coverSheet(theCase: Case, preset: PacketPreset, today: IsoDate): CoverSheet {
  const { facts } = theCase;
  const claim = known(facts.claimNumbers) === undefined && known(facts.authorizationNumber) !== undefined;
  const date = facts.letterDate.value;
  const subject = `${SUBJECTS[preset]}${isRealDate(date) ? ` of ${longDate(date)}` : ''}`;
  const rows: CoverSheet['rows'] = [
    { label: 'To', value: receiver(facts.payer, preset) },
    ...(preset === 'fax' || preset === 'expedited' || known(facts.appealFax) !== undefined
      ? [{ label: 'Fax', value: valueOrBlank(facts.appealFax, 'Fax number for appeals') }]
      : []),
    ...(preset === 'fax'
      ? []
      : [{ label: 'Address', value: valueOrBlank(facts.appealAddress, 'Address for appeals') }]),
    { label: 'From', value: valueOrBlank(facts.memberName, 'Your name') },
    { label: 'Call back', value: valueOrBlank(facts.senderPhone, 'Your phone number') },
    { label: 'Date', value: [text(longDate(today))] },
    { label: 'Subject', value: [text(subject)] },
    { label: 'Member number', value: valueOrBlank(facts.memberId, 'Member ID') },
    claim
      ? { label: 'Authorization number', value: valueOrBlank(facts.authorizationNumber, '') }
      : { label: 'Claim number', value: valueOrBlank(facts.claimNumbers, 'Claim number') },
  ];
  return { heading: preset === 'fax' ? 'Fax' : 'Cover sheet', rows, notice: NOTICE };
}

/** What the cover sheet leaves open, in reading order. */
export function coverBlanks(cover: CoverSheet): readonly string[] {
  return cover.rows.flatMap(({ value }) => value.flatMap((inline) => (inline.kind === 'blank' ? [inline.label] : [])));
}

/** An external review goes to whoever the notice names, not to the plan: the address says who that is. */
function receiver(payer: Fact, preset: PacketPreset): Inline[] {
  if (preset === 'external-review') return [text('External review')];
  const office = preset === 'claim-file-request' ? ', Claims records' : ', Appeals';
  return [...valueOrBlank(payer, 'Name of the plan or insurer'), text(office)];
}

function valueOrBlank(fact: Fact, label: string): Inline[] {
  const value = known(fact);
  return [value === undefined ? { kind: 'blank', label } : text(value)];
}

function known({ value }: Fact): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
}
