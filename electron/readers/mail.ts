// A mail → its words as a page shows them, and what is attached to it. Nothing in it is fetched, no link is followed.
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { AppError } from '../../shared/errors.ts';
import { pictureFormat } from '../intake/sniff.ts';
import { plainName } from './file-name.ts';
import { htmlPictures } from './html-pictures.ts';
import { htmlText } from './html-text.ts';
import { isAsLargeAsAPage } from './inner-pictures.ts';
import { MIN_INLINE_PICTURE_BYTES } from './limits.ts';

export interface Mail {
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** Reads a mail (RFC 5322 and MIME). Mails within it are attachments. Throws file-damaged. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await parsed(bytes);
  const papers: Mail['attachments'][number][] = [];
  const others: Mail['attachments'][number][] = [];
  for (const [index, attachment] of mail.attachments.entries()) {
    const content = contentOf(attachment);
    const isPaper =
      !MACHINE_PARTS.has(attachment.mimeType) && !(await isPartOfText(attachment, content, mail.html ?? ''));
    (isPaper ? papers : others).push({ name: nameOf(attachment, index), content });
  }
  for (const content of htmlPictures(mail.html ?? ''))
    if (!(await isSmallPicture(content)))
      papers.push({ name: `Picture ${papers.length + 1}.${pictureFormat(content) ?? 'bin'}`, content });
  return {
    text: [...headLines(mail, names(papers), names(others)), '', bodyOf(mail).trim()].join('\n'),
    attachments: papers,
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  } catch (cause) {
    throw new AppError('file-damaged', { cause });
  }
}

/** Signatures made by programs and invitations: kept in the mail, and named there. */
const MACHINE_PARTS: ReadonlySet<string> = new Set([
  'application/pgp-signature',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'text/calendar',
]);

/** A small picture that the text shows, by its content id (RFC 2392) or its address: a logo, a signature, a spacer. */
async function isPartOfText(
  { mimeType, contentId, related }: Attachment,
  content: Uint8Array,
  html: string,
): Promise<boolean> {
  const id = contentId?.replace(/^<|>$/g, '') ?? '';
  const isShown = related === true || (id !== '' && html.includes(`cid:${id}`));
  return mimeType.startsWith('image/') && isShown && isSmallPicture(content);
}

async function isSmallPicture(content: Uint8Array): Promise<boolean> {
  return content.byteLength < MIN_INLINE_PICTURE_BYTES && !(await isAsLargeAsAPage(content));
}

function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const otherwise = mimeType === 'message/rfc822' ? 'Attached message.eml' : `Attachment ${index + 1}`;
  return plainName(filename ?? '', otherwise);
}

function names(attached: readonly { readonly name: string }[]): string {
  return attached.map(({ name }) => name).join(', ');
}

/** The lines a printed mail begins with. */
function headLines(mail: Email, attachments: string, kept: string): string[] {
  const lines: readonly (readonly [string, string])[] = [
    ['From', people(mail.from === undefined ? [] : [mail.from])],
    ['To', people(mail.to)],
    ['Cc', people(mail.cc)],
    ['Date', dateOf(mail)],
    ['Subject', mail.subject ?? ''],
    ['Attachments', attachments],
    ['Also in this mail', kept],
  ];
  return lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}`);
}

/** Names with their addresses. */
function people(addresses: readonly Address[] | undefined): string {
  return (addresses ?? [])
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => (name === '' || name === address ? (address ?? '') : `${name} <${address ?? ''}>`))
    .filter((each) => each !== '')
    .join(', ');
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** “March 3, 2026, 10:12 -0500” as the header has it, where it was sent (RFC 5322, 3.3); any other spelling as it stands. */
function dateOf(mail: Email): string {
  const stated = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, day, name = '', year, time, zone = ''] =
    /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}:\d{2})(?::\d{2})?(?:\s+([+-]\d{4}|[a-z]{1,5}))?/i.exec(stated) ??
    [];
  const month = MONTHS.find((each) => each.slice(0, 3).toLowerCase() === name.toLowerCase());
  return month === undefined ? stated : `${month} ${Number(day)}, ${year}, ${time} ${zone}`.trim();
}

/** The plain text, unless the text of the HTML says much more: some programs put one sentence there. */
function bodyOf({ text = '', html = '' }: Email): string {
  const fromHtml = html === '' ? '' : htmlText(html);
  return wordCount(text) * 2 < wordCount(fromHtml) ? fromHtml : text;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
