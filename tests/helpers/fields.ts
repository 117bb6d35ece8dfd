// Fields read from a few lines set into a letter.
import type { Fields } from '../../shared/model/finding.ts';
import type { DocumentKind } from '../../shared/model/vocabulary.ts';
import { readDocument } from '../../shared/reading/read-document.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { READING_RULES } from './reading.ts';

const HEAD = 'BRACKENFOLD HEALTH INSURANCE COMPANY\nP.O. Box 100, Lindley, KS 66999\n\nMay 12, 2026\n\n';
const BODY =
  '\n\nDear Reader:\n\nWe looked at this again and again. The answer is no, for the cause that is told below in full.\n';

/** The fields of a letter that holds `block` below its head. */
export function fieldsOf(block: string, kind: DocumentKind = 'denial-letter', after = ''): Fields {
  return readDocument(pagesFromText(`${HEAD}${block}${BODY}${after}`), READING_RULES, kind).fields;
}

/** The fields of a text as it stands. */
export function fieldsOfText(text: string, kind: DocumentKind): Fields {
  return readDocument(pagesFromText(text), READING_RULES, kind).fields;
}
