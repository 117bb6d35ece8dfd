// A copy that opens only with a password: AES-256 as PDF 2.0 has it (revision 6). The password is used here and kept nowhere.
import { randomBytes } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import { isGoodCopyPassword } from '../../../shared/packet/copy-password.ts';

/** Pages of a locked file as the password opens it; undefined when it does not. */
export async function pagesBehind(bytes: Uint8Array, password: string): Promise<number | undefined> {
  return PDFDocument.load(bytes, { password, updateMetadata: false }).then(
    (document) => document.getPageCount(),
    () => undefined,
  );
}

/**
 * Encrypts a packet. Whoever has the password may read, print and copy; the owner's password is random and thrown away.
 * Throws pdf-password-weak, file-damaged. Two copies of the same packet differ: keys and salts are random.
 */
export async function encryptedCopy(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  if (!isGoodCopyPassword(password)) throw new AppError('pdf-password-weak');
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  }).catch((cause: unknown) => {
    throw new AppError('file-damaged', { cause });
  });
  document.encrypt({
    userPassword: password,
    ownerPassword: randomBytes(32).toString('base64'),
    algorithm: 'AES-256',
    permissions: {
      printing: 'highResolution',
      modifying: true,
      copying: true,
      annotating: true,
      fillingForms: true,
      contentAccessibility: true,
      documentAssembly: true,
    },
  });
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}
