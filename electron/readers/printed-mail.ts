// A mail of whatever program as a page shows it: the lines a printed mail begins with, its text, and which of its parts are papers of their own.
import { pictureFormat } from '../intake/sniff.ts';
import { htmlPictures } from './html-pictures.ts';
import { htmlText } from './html-text.ts';
import { isAsLargeAsAPage } from './inner-pictures.ts';
import { MIN_INLINE_PICTURE_BYTES } from './limits.ts';

export interface Mail {
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** Who sent it or was to get it; what isn't known is empty. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

/** A part of a mail beside its text. */
export interface MailPart {
  /** Without folders. */
  readonly name: string;
  readonly mediaType: string;
  /** How the text names it (RFC 2392), without brackets; else empty. */
  readonly contentId: string;
  /** True when the mail says that it belongs to the text. */
  readonly isOfText: boolean;
  readonly content: Uint8Array;
}

/** What a mail holds, read from its file; what it has none of is empty. */
export interface MailContent {
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** As its header has it (RFC 5322, 3.3). */
  readonly date: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly parts: readonly MailPart[];
}

/** The mail as it is read and unpacked: parts the text shows as signs, and parts of programs, are only named. Throws file-damaged, file-too-large. */
export async function printedMail(mail: MailContent): Promise<Mail> {
  const papers: Mail['attachments'][number][] = [];
  const others: Mail['attachments'][number][] = [];
  for (const part of mail.parts) {
    const isPaper = !MACHINE_PARTS.has(part.mediaType) && !(await isPartOfText(part, mail.html));
    (isPaper ? papers : others).push({ name: part.name, content: part.content });
  }
  for (const content of htmlPictures(mail.html))
    if (!(await isSmallPicture(content)))
      papers.push({ name: `Picture ${papers.length + 1}.${pictureFormat(content) ?? 'bin'}`, content });
  return {
    text: [...headLines(mail, names(papers), names(others)), '', bodyOf(mail).trim()].join('\n'),
    attachments: papers,
  };
}

/** Signatures made by programs and invitations: kept in the mail, and named there. */
const MACHINE_PARTS: ReadonlySet<string> = new Set([
  'application/pgp-signature',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'text/calendar',
]);

/** A small picture that the text shows, by its content id or its address: a logo, a signature, a spacer. */
async function isPartOfText({ mediaType, contentId, isOfText, content }: MailPart, html: string): Promise<boolean> {
  const isShown = isOfText || (contentId !== '' && html.includes(`cid:${contentId}`));
  return mediaType.startsWith('image/') && isShown && isSmallPicture(content);
}

async function isSmallPicture(content: Uint8Array): Promise<boolean> {
  return content.byteLength < MIN_INLINE_PICTURE_BYTES && !(await isAsLargeAsAPage(content));
}

function names(attached: readonly { readonly name: string }[]): string {
  return attached.map(({ name }) => name).join(', ');
}

/** The lines a printed mail begins with. */
function headLines(mail: MailContent, attachments: string, kept: string): string[] {
  const lines: readonly (readonly [string, string])[] = [
    ['From', people(mail.from)],
    ['To', people(mail.to)],
    ['Cc', people(mail.cc)],
    ['Date', dateOf(mail.date)],
    ['Subject', mail.subject],
    ['Attachments', attachments],
    ['Also in this mail', kept],
  ];
  return lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}`);
}

/** Names with their addresses. */
function people(persons: readonly Person[]): string {
  return persons
    .map(({ name, address }) =>
      name === '' || name === address ? address : address === '' ? name : `${name} <${address}>`,
    )
    .filter((each) => each !== '')
    .join(', ');
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** “March 3, 2026, 10:12 -0500” as the header has it, where it was sent (RFC 5322, 3.3); any other spelling as it stands. */
function dateOf(stated: string): string {
  const [, day, name = '', year, time, zone = ''] =
    /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}:\d{2})(?::\d{2})?(?:\s+([+-]\d{4}|[a-z]{1,5}))?/i.exec(stated) ??
    [];
  const month = MONTHS.find((each) => each.slice(0, 3).toLowerCase() === name.toLowerCase());
  return month === undefined ? stated : `${month} ${Number(day)}, ${year}, ${time} ${zone}`.trim();
}

/** The plain text, unless the text of the HTML says much more: some programs put one sentence there. */
function bodyOf({ text, html }: MailContent): string {
  const fromHtml = html === '' ? '' : htmlText(html);
  return wordCount(text) * 2 < wordCount(fromHtml) ? fromHtml : text;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
