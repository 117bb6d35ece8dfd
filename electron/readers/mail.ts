// A mail as it is saved by most programs (.eml) → its words as a page shows them, and what is attached to it. Nothing in it is fetched, no link is followed.
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { AppError } from '../../shared/errors.ts';
import { plainName } from './file-name.ts';
import { type Mail, type Person, printedMail } from './printed-mail.ts';

/** Reads a mail (RFC 5322 and MIME). Mails within it are attachments. Throws file-damaged. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await parsed(bytes);
  return printedMail({
    from: people(mail.from === undefined ? [] : [mail.from]),
    to: people(mail.to),
    cc: people(mail.cc),
    date: mail.headers.find(({ key }) => key === 'date')?.value ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    parts: mail.attachments.map((attachment, index) => ({
      name: nameOf(attachment, index),
      mediaType: attachment.mimeType,
      contentId: attachment.contentId?.replace(/^<|>$/g, '') ?? '',
      isOfText: attachment.related === true,
      content: contentOf(attachment),
    })),
  });
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  } catch (cause) {
    throw new AppError('file-damaged', { cause });
  }
}

function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const otherwise = mimeType === 'message/rfc822' ? 'Attached message.eml' : `Attachment ${index + 1}`;
  return plainName(filename ?? '', otherwise);
}

function people(addresses: readonly Address[] | undefined): readonly Person[] {
  return (addresses ?? [])
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => ({ name, address: address ?? '' }));
}
