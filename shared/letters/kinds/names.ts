// What the kinds of letter are called, and their templates.
import { AppError } from '../../errors.ts';
import type { Rules } from '../../rules/schema.ts';
import type { LetterTemplate } from './schema.ts';

/** What a kind of letter is called. Throws as `templateOf`. */
export function letterName(kind: string, rules: Rules): string {
  return templateOf(kind, rules).name;
}

/** The template of a kind. Throws AppError('internal') when the data lacks it, which the loader rules out. */
export function templateOf(kind: string, rules: Rules): LetterTemplate {
  const found = rules.letterKinds.templates.find((template) => template.kind === kind);
  if (found === undefined) throw new AppError('internal', { details: { reference: `letter ${kind}` } });
  return found;
}
