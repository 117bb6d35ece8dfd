// The frame of every generated paper: letterhead, block of references, slots, and the setting of the whole.
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import type { Chance } from './chance.ts';
import { type Block, type SetLetter, type Style, setLetter } from './layout.ts';
import { withNoise } from './noise.ts';
import { type Cast, printed } from './people.ts';

/** A generated paper with its truth, in the shape of the labelled papers. */
export interface MadePaper extends SetLetter {
  readonly id: string;
  readonly author: string;
  readonly type: 'denial-letter' | 'eob' | 'prior-authorization' | 'correspondence';
  readonly reasons: ReadonlyArray<{ readonly id: ReasonId; readonly quote: string }>;
  readonly not_reasons: readonly ReasonId[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Fills the slots of a passage; `service` is what the letter is about, where its bank names services. */
export function filler(cast: Cast, service?: string): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    patient: cast.member,
    provider: cast.provider,
    payer: cast.payer,
    date: printed(cast.service, 0),
    address: cast.appealAddress,
    fax: cast.fax,
    phone: cast.phone,
    ...(service !== undefined && { service }),
  };
  return (text) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The fields every generated letter states in its head. */
export function fieldsOf(cast: Cast): Record<string, unknown> {
  return {
    letter_date: cast.date,
    member_id: cast.memberId,
    member_name: cast.member,
    group_number: cast.group,
    provider: cast.provider,
    payer: cast.payer,
  };
}

export function letterhead(cast: Cast, chance: Chance): string[] {
  const payer = chance.says(0.4) ? cast.payer.toUpperCase() : cast.payer;
  const indent = ' '.repeat(chance.pick([0, 0, 10, 24]));
  return [
    `${indent}${payer}`,
    `${indent}${chance.pick(['Utilization Management', 'Claims Services', 'Member Appeals', 'Health Services Division'])}`,
    `${indent}P.O. Box ${chance.whole(100, 9999)}, ${cast.place}`,
    '',
    printed(cast.date, chance.pick([0, 0, 1, 2])),
    '',
    cast.member,
    cast.street,
    cast.place,
  ];
}

/** The block that names the matter, in one of several looks. */
export function reference(cast: Cast, chance: Chance): string[] {
  const rows: Array<readonly [string, string]> = [
    [chance.pick(['Member', 'Patient', 'Member name', 'Enrollee']), cast.member],
    [chance.pick(['Member ID', 'Member number', 'ID number', 'Identification no.']), cast.memberId],
    [chance.pick(['Group', 'Group number', 'Group no.']), cast.group],
    [chance.pick(['Provider', 'Requesting provider', 'Facility']), cast.provider],
    [chance.pick(['Date of service', 'Service date']), printed(cast.service, chance.pick([0, 1]))],
  ];
  if (chance.says(0.35)) {
    rows.push([
      chance.pick(['Amount billed', 'Total charge', 'Billed', 'Charges not covered', 'Charges not paid']),
      cast.amount,
    ]);
    rows.push([
      chance.pick(['Amount you may owe', 'Your share', 'Patient responsibility', 'You may owe the provider']),
      cast.amount,
    ]);
  }
  const look = chance.whole(0, 2);
  if (look === 0) return rows.map(([label, value]) => `${label}: ${value}`);
  if (look === 1)
    return rows.map(([label, value], index) => `${index === 0 ? 'RE:  ' : '     '}${label.padEnd(24)}${value}`);
  return rows.map(([label, value]) => `    ${`${label}:`.padEnd(26)}${value}`);
}

/** Sets, damages and labels the letter. */
export function finished(
  blocks: readonly Block[],
  cast: Cast,
  chance: Chance,
  truth: Omit<MadePaper, 'text' | 'tags'>,
): MadePaper {
  const style: Style = {
    width: chance.whole(66, 96),
    linesPerPage: chance.whole(34, 56),
    hyphens: chance.says(0.4),
    blankBetween: true,
    head: (page) => `${cast.member}    ${cast.memberId}    Page ${page}`,
    foot: chance.says(0.4) ? (page) => `Page ${page}` : undefined,
  };
  const set = setLetter(blocks, style, chance);
  const text = chance.says(0.35) ? withNoise(set.text, chance.pick([0.01, 0.03, 0.06]), chance) : set.text;
  return { ...truth, ...set, text };
}
