// What kind a paper in Spanish is: told by its title or the sentence that says no, and by nothing else, for the learnt words are English.
import type { DocumentKind } from '../model/vocabulary.ts';
import { countLanguages, languageOf } from '../text/language.ts';
import type { Paper } from './paper.ts';

/** Words that are looked at to tell the language. */
const LOOKED_AT = 600;

/** Titles and sentences as payers word them, without accents. The first that is found tells the kind. */
const WORDINGS: readonly (readonly [DocumentKind, RegExp, string])[] = [
  ['eob', /\bexplicacion de (?:los )?beneficios\b/, 'is called an explanation of benefits, in Spanish'],
  [
    'denial-letter',
    /\b(?:determinacion (?:adversa|desfavorable)|(?:aviso|carta|notificacion) de (?:denegacion|negacion|rechazo))\b/,
    'is called a notice of an adverse decision, in Spanish',
  ],
  [
    'denial-letter',
    /\b(?:hemos (?:decidido no aprobar|denegado|negado|rechazado)|no (?:podemos|podremos) (?:aprobar|cubrir|pagar)|(?:ha sido|fue) (?:denegad|negad|rechazad)[oa])\b/,
    'says no, in Spanish',
  ],
  [
    'bill',
    /\b(?:factura|estado de cuenta)\b(?=.{0,400}\b(?:pag(?:ue|ar|o)|saldo|total)\b)/,
    'is called a bill, in Spanish',
  ],
];

/** The kind of a paper in Spanish and why, `other` when no wording tells; undefined for a paper in any other language, or in two. */
export function spanishKind({ pages }: Paper): { readonly value: DocumentKind; readonly why: string } | undefined {
  const words: string[] = [];
  for (const page of pages) {
    if (words.length >= LOOKED_AT) break;
    for (const { text } of page.words) words.push(text);
  }
  if (languageOf(countLanguages(words.slice(0, LOOKED_AT))) !== 'spanish') return undefined;
  const text = words.join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = WORDINGS.find(([, wording]) => wording.test(text));
  return found === undefined
    ? { value: 'other', why: 'it is in Spanish, and no title tells its kind' }
    : { value: found[0], why: found[2] };
}
