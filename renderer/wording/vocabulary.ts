// Plain names of kinds of paper, plan types and appeal levels.
import planTypeRules from '../../resources/rules/plan-types.json' with { type: 'json' };
import { kindInWords } from '../../shared/cases/kind-words.ts';
import type { AppealLevel, DocumentKind, PlanType } from '../../shared/model/vocabulary.ts';

/** All kinds of paper, in the order they are offered. */
export const KINDS: readonly DocumentKind[] = [
  'denial-letter',
  'eob',
  'bill',
  'receipt',
  'medical-record',
  'letter-of-medical-necessity',
  'prior-authorization',
  'plan-document',
  'medical-policy',
  'literature',
  'correspondence',
  'id-card',
  'authorization-form',
  'other',
];

/** Kinds of paper as choices of a select. */
export const KIND_CHOICES = KINDS.map((value) => ({ value, label: kindInWords(value) }));

/** Names from the rule file, so that window, letter and packet say the same. */
export const PLAN_TYPE_NAMES = Object.fromEntries(
  planTypeRules.planTypes.map(({ id, name }) => [id, name]),
) as Readonly<Record<PlanType, string>>; // the core refuses a rule file that lacks a plan type

export const LEVEL_NAMES: Readonly<Record<AppealLevel, string>> = {
  'initial-denial': 'First denial',
  'first-level-upheld': 'First appeal was refused',
  'second-level-upheld': 'Second appeal was refused',
  'external-review-upheld': 'External review was refused',
};

/** Turns a record of names into the choices of a select. */
export function choicesOf<T extends string>(names: Readonly<Record<T, string>>): { value: T; label: string }[] {
  return Object.entries<string>(names).map(([value, label]) => ({ value: value as T, label })); // keys of the record
}
