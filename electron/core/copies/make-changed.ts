// Copies of the whole packet in another shape: for printing on both sides, smaller, or with a password.
import { isAppError } from '../../../shared/errors.ts';
import type { SmallerChoice } from '../../../shared/model/copy-order.ts';
import { checkOf, refuseFailed, stampCheck, textCheck } from '../../packet/copies/check-copy.ts';
import { collected } from '../../packet/copies/collected.ts';
import { encryptedCopy, pagesBehind } from '../../packet/copies/encrypted.ts';
import { openPacket } from '../../packet/copies/opened-packet.ts';
import { BLANK_LABEL, writePrintSet } from '../../packet/copies/print-set.ts';
import { scansOf, smallerScans, writeSmaller } from '../../packet/copies/smaller.ts';
import type { CopyContext } from './copy-context.ts';

const PDF = 'application/pdf';

/** Makes the print set. */
export async function makePrintSet(backs: 'nothing' | 'intentionally-blank', context: CopyContext): Promise<void> {
  const { packet, title, baseName, fontsDir, job, services } = context;
  job.report('Setting the sheets', 0, 2);
  const opened = await openPacket(await context.bytes());
  const { bytes, made: facts } = await collected((sink) =>
    writePrintSet({ packet, opened, title, fontsDir, backs, signal: job.signal }, sink),
  );
  job.report('Checking every page', 1, 2);
  const texts = await services.readers.pdfTexts(bytes);
  const checks = refuseFailed([
    stampCheck(facts.labels, texts, new RegExp(`^${BLANK_LABEL}$`)),
    checkOf('even', 'Every sheet has a front and a back', facts.pageCount % 2 === 0 ? [] : ['an odd number of pages']),
  ]);
  const blanks = facts.labels.filter((label) => label === BLANK_LABEL).length;
  const note = `${facts.pageCount / 2} sheets printed on both sides; ${blanks} backs are blank.`;
  const { pageCount } = facts;
  await context.keep(
    { kind: 'print', fileName: `${baseName}-print.pdf`, mediaType: PDF, pageCount, note, checks: [...checks] },
    bytes,
  );
}

/** Makes the smaller copy. */
export async function makeSmaller(choice: SmallerChoice, context: CopyContext): Promise<void> {
  const { packet, baseName, job, services } = context;
  job.report('Looking for scans', 0, 1);
  const original = await context.bytes();
  const opened = await openPacket(original);
  const scans = scansOf(opened, await services.readers.pdfImages(original, job.signal));
  const changed = await smallerScans(scans, choice, opened, services.readers, {
    signal: job.signal,
    onScan: (done) => job.report(`Making scan ${done + 1} of ${scans.length} smaller`, done, scans.length + 2),
  });
  job.report('Checking every page', scans.length, scans.length + 2);
  const { bytes } = await collected((sink) => writeSmaller(opened, changed, sink));
  const { pdfTexts } = services.readers;
  const checks = refuseFailed([textCheck(await pdfTexts(original), await pdfTexts(bytes))]);
  await context.keep(
    {
      kind: 'smaller',
      fileName: `${baseName}-smaller.pdf`,
      mediaType: PDF,
      pageCount: packet.pageCount,
      note: `${changed.size} of ${scans.length} scans at ${choice.dpi} dots per inch, quality ${choice.quality}.`,
      checks: [...checks],
    },
    bytes,
  );
}

/** Makes the copy with a password. Throws pdf-password-weak. */
export async function makeEncrypted(password: string, context: CopyContext): Promise<void> {
  const { packet, baseName, job, services } = context;
  job.report('Encrypting', 0, 2);
  const bytes = await encryptedCopy(await context.bytes(), password);
  job.report('Trying the password', 1, 2);
  const shut = await services.readers.pdfTexts(bytes).then(
    () => ['it opens without a password'],
    (cause: unknown) => (isAppError(cause) && cause.code === 'pdf-password' ? [] : ['it could not be tried']),
  );
  const behind = await pagesBehind(bytes, password);
  const opened = behind === packet.pageCount ? [] : [`${behind ?? 'no'} pages open with the password`];
  const checks = refuseFailed([
    checkOf('shut', 'Without the password it does not open', shut),
    checkOf('opens', 'With the password it opens, whole', opened),
  ]);
  await context.keep(
    {
      kind: 'encrypted',
      fileName: `${baseName}-encrypted.pdf`,
      mediaType: PDF,
      pageCount: packet.pageCount,
      note: 'The password is not kept here. Tell it by phone, not in the same e-mail.',
      checks: [...checks],
    },
    bytes,
  );
}
