// ZIP files made while the tests run, also ones no honest program makes: any name, any size it says it has.
import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put in. What is given besides stands in the directory instead of the truth. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly isStored?: boolean;
  readonly says?: { readonly size?: number; readonly method?: number; readonly flags?: number };
}

/** A ZIP file (PKWARE APPNOTE 6.3) of these files, in their order. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, isStored = false, says = {} } of files) {
    const data = Buffer.from(bytes);
    const packed = isStored ? data : deflateRawSync(data);
    const label = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((says.flags ?? 0) | (1 << 11), 2);
    common.writeUInt16LE(says.method ?? (isStored ? 0 : 8), 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says.size ?? data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, label]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
