// Mails made while the tests run (RFC 5322 and 2045), as mail programs save them.

export interface MailPart {
  readonly name?: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
  /** Shown in the text by this id. */
  readonly contentId?: string;
}

export interface MadeMail {
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly parts?: readonly MailPart[];
}

/** A mail from Quillback to Jane Example, with its parts in base64. */
export function mailOf({ subject, text, html, parts = [] }: MadeMail): Buffer {
  const bodies = [
    ...(text === undefined ? [] : [`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`]),
    ...(html === undefined ? [] : [`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`]),
  ];
  const body =
    bodies.length === 1
      ? bodies[0]!
      : `Content-Type: multipart/alternative; boundary="alt"\r\n\r\n${bodies.map((one) => `--alt\r\n${one}\r\n`).join('')}--alt--`;
  const head = [
    'From: "Quillback Appeals" <appeals@quillback.example>',
    'To: Jane Example <jane@example.org>',
    'Date: Tue, 3 Mar 2026 10:12:00 -0500',
    `Message-ID: <${Buffer.from(subject).toString('hex').slice(0, 40)}@quillback.example>`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'MIME-Version: 1.0',
  ].join('\r\n');
  if (parts.length === 0) return Buffer.from(`${head}\r\n${body}\r\n`);
  const boundary = `mix${subject.length}${parts.length}${Buffer.from(subject).toString('hex').slice(0, 20)}`;
  const sections = [body, ...parts.map(section)].map((one) => `--${boundary}\r\n${one}\r\n`);
  return Buffer.from(
    `${head}\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${sections.join('')}--${boundary}--\r\n`,
  );
}

function section({ name, type, bytes, contentId }: MailPart): string {
  const isMail = type === 'message/rfc822';
  const head = [
    `Content-Type: ${type}${name === undefined ? '' : `; name="${name}"`}`,
    `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'}${name === undefined ? '' : `; filename="${name}"`}`,
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    ...(isMail ? [] : ['Content-Transfer-Encoding: base64']),
  ];
  const data = Buffer.from(bytes);
  return `${head.join('\r\n')}\r\n\r\n${isMail ? data.toString('latin1') : (data.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')}`;
}
