// The name of whoever treated as the fields hold it: without the title before it and the house a person works at behind it.
import type { Candidate } from './collect.ts';

const BEFORE =
  /^(?:(?:Dr|Doctor|Prof|Mr|Mrs|Ms)\.? |(?:Nurse Practitioner|Physician Assistant|Certified Nurse[- ]Midwife|Nurse Midwife) )+(?=\p{Lu}[\p{L}'-]+ \p{Lu})/u;
const AT_HOUSE = /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}), \p{Lu}\p{Ll}+ \p{Lu}/u;

/** The bare name, with the range of its words: "Nurse Practitioner Barnaby Quill, Ocotillo Clinic" is Barnaby Quill. Letters behind a name stay, as they are printed. */
export function bareName(candidate: Candidate): Candidate {
  const { value } = candidate;
  if (typeof value !== 'string') return candidate;
  const lead = BEFORE.exec(value)?.[0].length ?? 0;
  // "Plains Spine & Wellness, Fort Ellison, OK": where the house stands.
  const rest = value.slice(lead).replace(/, \p{Lu}[\p{L}. ]+, [A-Z]{2}$/u, '');
  // Only where a title shows that this is a person is the rest behind a comma a house.
  const name = (lead > 0 ? AT_HOUSE.exec(rest)?.[1] : undefined) ?? rest;
  if (name === value || candidate.to - candidate.from !== value.length) return { ...candidate, value: name };
  const from = candidate.from + lead;
  return { ...candidate, value: name, from, to: from + name.length };
}
