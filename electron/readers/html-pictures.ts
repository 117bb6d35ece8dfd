// The pictures an HTML page carries within itself, as “data:” addresses (RFC 2397). Those at other addresses are never fetched.
import { Parser } from 'htmlparser2';
import { AppError } from '../../shared/errors.ts';
import { MAX_INNER_PICTURE_BYTES } from './limits.ts';

/** The bytes of the pictures in the order they stand there; what is no base64 comes as whatever bytes it makes. Throws file-too-large. */
export function htmlPictures(html: string): readonly Uint8Array[] {
  const pictures: Uint8Array[] = [];
  if (!/data:image/i.test(html)) return pictures;
  let room = MAX_INNER_PICTURE_BYTES;
  const parser = new Parser({
    onopentag: (name, { src }) => {
      if (name !== 'img' || src === undefined) return;
      const bytes = bytesOf(src);
      if (bytes === undefined) return;
      room -= bytes.length;
      if (room < 0)
        throw new AppError('file-too-large', { details: { limitMb: MAX_INNER_PICTURE_BYTES / 1024 / 1024 } });
      pictures.push(bytes);
    },
  });
  parser.end(html);
  return pictures;
}

function bytesOf(address: string): Uint8Array | undefined {
  const head = /^\s*data:image\/[^,]{1,200};base64,/i.exec(address)?.[0];
  return head === undefined ? undefined : Buffer.from(address.slice(head.length), 'base64');
}
