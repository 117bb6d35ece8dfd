// A copy that opens only with a password: AES-256 as PDF 2.0 has it (revision 6). The password is used here and kept nowhere.
import { createCipheriv, randomBytes } from 'node:crypto';
import { PDFArray, PDFDict, PDFHexString, type PDFObject, PDFRawStream, PDFRef, PDFString } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import { isGoodCopyPassword } from '../../../shared/packet/copy-password.ts';
import type { FinishedFile, Sink } from '../packet-file.ts';
import type { OpenedPacket } from './opened-packet.ts';
import { writeObjects } from './write-objects.ts';

/**
 * Writes a packet encrypted, every stream and every text in it. Whoever has the password may read, print and copy; the owner's password is
 * random and thrown away. The opened packet can't be used for anything else afterwards. Throws pdf-password-weak, file-damaged, cancelled.
 * Two copies of the same packet differ: keys and salts are random.
 */
export async function writeEncrypted(
  opened: OpenedPacket,
  password: string,
  sink: Sink,
  signal?: AbortSignal,
): Promise<FinishedFile> {
  if (!isGoodCopyPassword(password)) throw new AppError('pdf-password-weak');
  const { document } = opened;
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
  const { security, trailerInfo } = document.context;
  const encrypt = trailerInfo.Encrypt;
  if (security === undefined || !(encrypt instanceof PDFRef)) throw new AppError('internal');
  // biome-ignore lint/complexity/useLiteralKeys: the library has the key, and no other way to it
  const seal = sealWith(security['encryptionKey']);
  const replaced = (ref: PDFRef, object: PDFObject) => (ref === encrypt ? object : sealed(object, seal));
  return writeObjects(opened, { replaced, encrypt, signal }, sink);
}

type Seal = (bytes: Uint8Array) => Uint8Array;

/**
 * AES-256-CBC with the file's key, a random vector of its own before each text or stream (ISO 32000-2, 7.6.3.3, AESV3: the same key for all objects).
 * The library's own AES is written in JavaScript and takes a minute for a large packet.
 */
function sealWith(key: Uint8Array): Seal {
  return (bytes) => {
    const vector = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', key, vector);
    return Buffer.concat([vector, cipher.update(bytes), cipher.final()]);
  };
}

/** The object with all its texts and bytes encrypted (ISO 32000-2, 7.6.2): the library that makes the keys leaves texts as they are. */
function sealed(object: PDFObject, seal: Seal): PDFObject {
  if (object instanceof PDFString || object instanceof PDFHexString)
    return PDFHexString.of(Buffer.from(seal(object.asBytes())).toString('hex'));
  if (object instanceof PDFRawStream) return PDFRawStream.of(sealedDict(object.dict, seal), seal(object.contents));
  if (object instanceof PDFDict) return sealedDict(object, seal);
  if (object instanceof PDFArray) {
    const copy = object.clone();
    for (const [index, item] of object.asArray().entries()) copy.set(index, sealed(item, seal));
    return copy;
  }
  return object;
}

function sealedDict(dict: PDFDict, seal: Seal): PDFDict {
  const copy = dict.clone();
  for (const [key, value] of dict.entries()) copy.set(key, sealed(value, seal));
  return copy;
}
