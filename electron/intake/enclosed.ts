// Takes out what stands in a mail or a ZIP file, one file after the other, within limits that count over all depths of one given file.
import { AppError } from '../../shared/errors.ts';
import type { MailFormat } from '../../shared/model/document.ts';
import type { LoadedFile } from '../core/files.ts';
import { toAppError } from '../core/to-app-error.ts';
import { MAX_ENCLOSED, MAX_ENCLOSED_BYTES, MAX_ENCLOSED_DEPTH } from '../readers/limits.ts';
import type { Readers } from '../readers/types.ts';

/** What may still be taken out of one given file; counted down. */
export interface Allowance {
  files: number;
  bytes: number;
}

/** What one given file may hold. */
export function fullAllowance(): Allowance {
  return { files: MAX_ENCLOSED, bytes: MAX_ENCLOSED_BYTES };
}

export interface Unpacking {
  readonly readers: Pick<Readers, 'enclosed'>;
  readonly signal?: AbortSignal | undefined;
  readonly allowance: Allowance;
  /** How many mails and ZIP files this one stands in. */
  readonly depth: number;
}

/**
 * Hands over each file in the order it stands there, and names each that is left out with the reason. Throws what concerns the mail or ZIP file as a
 * whole (zip-damaged, file-damaged, enclosed-too-deep), cancelled, and whatever `onFile` throws.
 */
export async function eachEnclosed(
  format: MailFormat | 'zip',
  bytes: Uint8Array,
  { readers, signal, allowance, depth }: Unpacking,
  onFile: (file: LoadedFile) => Promise<void>,
  onLeftOut: (fileName: string, error: AppError) => void,
): Promise<void> {
  await readers.enclosed(
    format,
    bytes,
    async (files, take) => {
      if (depth >= MAX_ENCLOSED_DEPTH && files.length > 0)
        throw new AppError('enclosed-too-deep', { details: { limit: MAX_ENCLOSED_DEPTH } });
      for (const [index, { name, byteLength, refused }] of files.entries()) {
        if (signal?.aborted) throw new AppError('cancelled');
        if (allowance.files <= 0) {
          const left = files.length - index;
          onLeftOut(left === 1 ? name : `${left} files, from ${name} on`, tooMany());
          return;
        }
        allowance.files -= 1;
        if (refused !== undefined) onLeftOut(name, new AppError(refused.code, { details: refused.details }));
        else if (byteLength > allowance.bytes) onLeftOut(name, tooLarge());
        else {
          allowance.bytes -= byteLength;
          const taken = await taking(() => take(index));
          if (taken instanceof AppError) onLeftOut(name, taken);
          else await onFile({ fileName: name, bytes: taken });
        }
      }
    },
    signal,
  );
}

/** The bytes, or what is wrong with this file alone. */
async function taking(take: () => Promise<Uint8Array>): Promise<Uint8Array | AppError> {
  try {
    return await take();
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'cancelled') throw error;
    return error;
  }
}

function tooMany(): AppError {
  return new AppError('enclosed-too-many', { details: { limit: MAX_ENCLOSED } });
}

function tooLarge(): AppError {
  return new AppError('enclosed-too-large', { details: { limitMb: MAX_ENCLOSED_BYTES / 1024 / 1024 } });
}
