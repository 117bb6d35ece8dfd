// Copies of the whole packet in another shape: for printing on both sides, smaller, or with a password.
import { isAppError } from '../../../shared/errors.ts';
import type { SmallerChoice } from '../../../shared/model/copy-order.ts';
import { checkOf, refuseFailed, stampCheck, textCheck } from '../../packet/copies/check-copy.ts';
import { writeEncrypted } from '../../packet/copies/encrypted.ts';
import { BLANK_LABEL, writePrintSet } from '../../packet/copies/print-set.ts';
import { scansOf, writeSmaller } from '../../packet/copies/smaller.ts';
import { withoutPictures } from '../../packet/kept-parts.ts';
import type { CopyContext } from './copy-context.ts';
import { drawnIn } from './opened-packets.ts';

const PDF = 'application/pdf';

/** Makes the print set. */
export async function makePrintSet(backs: 'nothing' | 'intentionally-blank', context: CopyContext): Promise<void> {
  const { packet, title, baseName, fontsDir, job, services } = context;
  job.report('Setting the sheets', 0, 2);
  await context.opened((opened) =>
    context.keepWritten(
      { kind: 'print', fileName: `${baseName}-print.pdf`, mediaType: PDF },
      (sink) => writePrintSet({ packet, opened, title, fontsDir, backs, signal: job.signal }, sink),
      async ({ labels, pageCount, pictures }, file) => {
        job.report('Checking every page', 1, 2);
        const texts = await services.readers.pdfTexts(await withoutPictures(file, pictures));
        const checks = refuseFailed([
          stampCheck(labels, texts, new RegExp(`^${BLANK_LABEL}$`)),
          checkOf('even', 'Every sheet has a front and a back', pageCount % 2 === 0 ? [] : ['an odd number of pages']),
        ]);
        const blanks = labels.filter((label) => label === BLANK_LABEL).length;
        const note = `${pageCount / 2} sheets printed on both sides; ${blanks} backs are blank.`;
        return { pageCount, note, checks: [...checks] };
      },
    ),
  );
}

/** Makes the smaller copy. */
export async function makeSmaller(choice: SmallerChoice, context: CopyContext): Promise<void> {
  const { packet, baseName, job, services } = context;
  const { readers } = services;
  job.report('Looking for scans', 0, 1);
  await context.opened(async (opened) => {
    const scans = scansOf(opened, await drawnIn(opened, readers, job.signal));
    await context.keepWritten(
      { kind: 'smaller', fileName: `${baseName}-smaller.pdf`, mediaType: PDF },
      (sink) =>
        writeSmaller(scans, { choice, opened, readers, signal: job.signal }, sink, (done) =>
          job.report(`Making scan ${done + 1} of ${scans.length} smaller`, done, scans.length + 2),
        ),
      async ({ changed, pictures }, file) => {
        job.report('Checking every page', scans.length, scans.length + 2);
        const before = await readers.pdfTexts(await withoutPictures(opened.file, opened.pictures.ranges));
        const after = await readers.pdfTexts(await withoutPictures(file, pictures));
        return {
          pageCount: packet.pageCount,
          note: `${changed} of ${scans.length} scans at ${choice.dpi} dots per inch, quality ${choice.quality}.`,
          checks: [...refuseFailed([textCheck(before, after)])],
        };
      },
    );
  });
}

/** Makes the copy with a password. Throws pdf-password-weak. */
export async function makeEncrypted(password: string, context: CopyContext): Promise<void> {
  const { packet, baseName, job, services } = context;
  const { readers } = services;
  job.report('Encrypting', 0, 2);
  await context.opened((opened) =>
    context.keepWritten(
      {
        kind: 'encrypted',
        fileName: `${baseName}-encrypted.pdf`,
        mediaType: PDF,
        note: 'The password is not kept here. Tell it by phone, not in the same e-mail.',
      },
      async (sink) => {
        // Before the opened packet is locked.
        const texts = await readers.pdfTexts(await withoutPictures(opened.file, opened.pictures.ranges));
        return { texts, ...(await writeEncrypted(opened, password, sink, job.signal)) };
      },
      async ({ texts, pictures }, file) => {
        job.report('Trying the password', 1, 2);
        const locked = await withoutPictures(file, pictures);
        const shut = await readers.pdfTexts(locked).then(
          () => ['it opens without a password'],
          (cause: unknown) => (isAppError(cause) && cause.code === 'pdf-password' ? [] : ['it could not be tried']),
        );
        const behind = await readers.pdfTexts({ ...locked, password });
        const same = textCheck(texts, behind);
        const checks = refuseFailed([
          checkOf('shut', 'Without the password it does not open', shut),
          checkOf('opens', 'With the password it opens, whole', same.state === 'passed' ? [] : [same.detail]),
        ]);
        return { pageCount: packet.pageCount, checks: [...checks] };
      },
    ),
  );
}
