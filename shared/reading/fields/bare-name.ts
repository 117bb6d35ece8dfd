// The name of whoever treated as the fields hold it: without titles before it, letters behind it, or the house a person works at.
import type { Candidate } from './collect.ts';

const BEFORE =
  /^(?:(?:Dr|Doctor|Prof|Mr|Mrs|Ms)\.? |(?:Nurse Practitioner|Physician Assistant|Certified Nurse[- ]Midwife|Nurse Midwife) )+(?=\p{Lu}[\p{L}'-]+ \p{Lu})/u;
const LETTERS =
  '(?:M\\.?D\\.?|D\\.?O\\.?|Ph\\.?D\\.?|Psy\\.?D\\.?|A?[NP]NP|NP|NP-C|FNP(?:-BC|-C)?|PMHNP(?:-BC)?|APRN|DNP|CNM|CRNA|PA|PA-C|DPM|DDS|DMD|DC|OD|PT|DPT|OT|OTR/L|LCSW|LICSW|LMFT|LMHC|LPC|RN|BCBA|FACS|FAAP|FACC)';
const BEHIND = new RegExp(`^(\\p{Lu}[\\p{L}'.-]+(?: \\p{Lu}[\\p{L}.'-]*){1,3}?)(?:,? ${LETTERS})+(?:,? [^,]*)?$`, 'u');
const AT_HOUSE = /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}), \p{Lu}/u;

/** The bare name, with the range of its words. Houses stay as they are printed ("Wabash Bend Bone & Joint, P.C."). */
export function bareName(candidate: Candidate): Candidate {
  const { value } = candidate;
  if (typeof value !== 'string') return candidate;
  const lead = BEFORE.exec(value)?.[0].length ?? 0;
  const rest = value.slice(lead);
  // Only where a title shows that this is a person is the rest behind a comma a house.
  const name = BEHIND.exec(rest)?.[1] ?? (lead > 0 ? AT_HOUSE.exec(rest)?.[1] : undefined) ?? rest;
  if (name === value || candidate.to - candidate.from !== value.length) return { ...candidate, value: name };
  const from = candidate.from + lead;
  return { ...candidate, value: name, from, to: from + name.length };
}
