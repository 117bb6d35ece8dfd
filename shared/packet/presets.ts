// What each kind of packet is made of: its parts, the order of its exhibits, its stamps and marks. What the law asks of it is data (resources/rules/packets.json).
import type { Case } from '../model/case.ts';
import type { CaseStep } from '../model/clocks.ts';
import {
  type ExhibitChoice,
  type FrontPart,
  type Marks,
  type PacketPreset,
  type PacketSetup,
  PLAIN_STAMPING,
  type Stamping,
} from '../model/packet-setup.ts';
import type { DocumentKind } from '../model/vocabulary.ts';

export interface PresetDefaults {
  readonly parts: readonly FrontPart[];
  readonly labels: PacketSetup['labels'];
  readonly stamping: Stamping;
  readonly marks: Marks;
  /** Kinds of papers in the order of the exhibits; what isn't named follows in the common order. This case's denial always comes first. */
  readonly order: readonly DocumentKind[];
}

/** The common order: what appeal guides of hospitals, patient advocates and States agree on (research/domain.md 7.1). */
const COMMON: readonly DocumentKind[] = [
  'denial-letter',
  'eob',
  'bill',
  'receipt',
  'letter-of-medical-necessity',
  'medical-record',
  'plan-document',
  'medical-policy',
  'literature',
  'prior-authorization',
  'correspondence',
  'authorization-form',
  'id-card',
  'other',
];

/** Six digits and a prefix: the usual Bates number. */
const BATES: Stamping = { prefix: 'AR-', start: 1, digits: 6 };
const NO_MARKS: Marks = { highlights: 'none', confidentiality: '' };
const APPEAL: PresetDefaults = {
  parts: ['letter', 'matrix', 'index', 'tables'],
  labels: 'letters',
  stamping: PLAIN_STAMPING,
  marks: NO_MARKS,
  order: [],
};

const PRESETS: Readonly<Record<PacketPreset, PresetDefaults>> = {
  'internal-appeal': APPEAL,
  // What was said on the first appeal stands beside its decision.
  'second-level': { ...APPEAL, order: ['denial-letter', 'correspondence'] },
  // A reviewer who never saw the case: the form he asks for first, then what is medical; the cited words marked.
  'external-review': {
    ...APPEAL,
    marks: { highlights: 'highlight-and-notes', confidentiality: '' },
    order: ['denial-letter', 'authorization-form', 'letter-of-medical-necessity', 'medical-record', 'medical-policy'],
  },
  'medicare-redetermination': {
    ...APPEAL,
    order: ['denial-letter', 'authorization-form', 'letter-of-medical-necessity', 'medical-record', 'eob', 'bill'],
  },
  // Whoever decides within hours reads the doctor's word on urgency first.
  expedited: {
    ...APPEAL,
    parts: ['cover', 'letter', 'matrix', 'index', 'tables'],
    order: ['denial-letter', 'letter-of-medical-necessity', 'medical-record', 'prior-authorization', 'medical-policy'],
  },
  'claim-file-request': {
    ...APPEAL,
    parts: ['cover', 'letter'],
    order: ['denial-letter', 'authorization-form', 'id-card'],
  },
  'attorney-record': {
    ...APPEAL,
    parts: ['index', 'tables', 'letter', 'matrix'],
    labels: 'numbers',
    stamping: BATES,
    marks: { highlights: 'none', confidentiality: 'Confidential: contains protected health information' },
  },
  // Colour and tables of many columns are lost on a fax machine.
  fax: { ...APPEAL, parts: ['cover', 'letter', 'matrix', 'index'] },
  'print-set': APPEAL,
};

/** What a preset brings along. */
export function presetDefaults(preset: PacketPreset): PresetDefaults {
  return PRESETS[preset];
}

/** Place of a kind of paper among the exhibits of a preset, from 0. */
export function kindPlace(preset: PacketPreset, kind: DocumentKind): number {
  const { order } = PRESETS[preset];
  const place = order.indexOf(kind);
  return place >= 0 ? place : order.length + COMMON.indexOf(kind);
}

/** The setup after a preset was chosen: its own parts, labels, stamps and marks; the user's exhibits stay as given. */
export function withPreset(preset: PacketPreset, exhibits: readonly ExhibitChoice[]): PacketSetup {
  const { parts, labels, stamping, marks } = PRESETS[preset];
  return { preset, labels, stamping, parts: [...parts], marks, exhibits: [...exhibits] };
}

/**
 * The preset that fits the case as it stands. Medicare calls the first appeal of Parts A, B and D a redetermination (42 CFR 405.940,
 * 423.580). After an upheld appeal a second level comes before external review where the rules know one (`stepsNow`: what is open now).
 */
export function suggestedPreset(
  { level, planType }: Pick<Case, 'level' | 'planType'>,
  stepsNow: readonly CaseStep[],
): PacketPreset {
  const isMedicare = planType.value === 'original-medicare' || planType.value === 'medicare-part-d';
  if (level === 'initial-denial') return isMedicare ? 'medicare-redetermination' : 'internal-appeal';
  return level === 'first-level-upheld' && stepsNow.includes('second-level') ? 'second-level' : 'external-review';
}
