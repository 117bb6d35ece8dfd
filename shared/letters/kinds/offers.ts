// Which kinds of letter fit a case now, and why.
import type { LetterOffer } from '../../contract/letters.ts';
import { AppError } from '../../errors.ts';
import type { CaseForLetters } from './input.ts';
import type { LetterTemplate } from './schema.ts';
import { holds } from './situation.ts';

const ORDER = { yes: 0, perhaps: 1, no: 2 } as const;

/** All kinds of letter, those that fit first; among equals in the order of the rules. */
export function letterOffers(input: CaseForLetters): LetterOffer[] {
  return input.rules.letterKinds.templates
    .map((template): LetterOffer => {
      const { kind, name, what, toWords } = template;
      const { fits, why } = fitOf(template, input);
      return { kind, name, what, to: toWords, fits, why };
    })
    .sort((a, b) => ORDER[a.fits] - ORDER[b.fits]);
}

function fitOf(template: LetterTemplate, input: CaseForLetters): LetterTemplate['fit'][number] {
  const fit = template.fit.find((each) => holds(each.when, input));
  if (fit === undefined) throw new AppError('internal', { details: { reference: `fit of ${template.kind}` } });
  return fit;
}
