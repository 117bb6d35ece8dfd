// The papers behind the places named on a command line: files, those in folders, and those in mails and ZIP files.
import { basename, relative } from 'node:path';
import { type LoadedFile, loadFile } from '../core/files.ts';
import { toAppError } from '../core/to-app-error.ts';
import { type Allowance, eachEnclosed, fullAllowance } from '../intake/enclosed.ts';
import { enclosingFormat } from '../intake/sniff.ts';
import { walkFolder } from '../intake/walk-folder.ts';
import type { Readers } from '../readers/types.ts';

/** A place to read from: its name as given, or below a folder as given; or what was left out there. */
export type Place = { readonly name: string; readonly path: string } | { readonly name: string; readonly error: Error };

/** The places with those of folders in their stead, in order. */
export async function placesOf(given: readonly string[]): Promise<readonly Place[]> {
  const found = given.map(async (path): Promise<readonly Place[]> => {
    const walked = await walkFolder(path);
    if (walked === undefined) return [{ name: path, path }];
    return walked.map((one) =>
      'error' in one ? one : { name: `${path.replace(/[/\\]$/, '')}/${relative(path, one.path)}`, path: one.path },
    );
  });
  return (await Promise.all(found)).flat();
}

/** A paper, and how its bytes are had again later: those of a file are not kept. */
export interface PaperAt {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly load: () => Promise<Uint8Array>;
}

/** Hands over the paper at a place and those that stand in it, each with its name, a mail before what is attached to it; and what can't be had. */
export async function papersAt(
  place: Place,
  readers: Pick<Readers, 'enclosed'>,
  onPaper: (paper: PaperAt) => Promise<void>,
  onLeftOut: (name: string, error: Error) => void,
): Promise<void> {
  if ('error' in place) return onLeftOut(place.name, place.error);
  const walk = async (paper: PaperAt, allowance: Allowance, depth: number): Promise<void> => {
    const { name, bytes } = paper;
    const format = enclosingFormat(bytes);
    if (format !== 'zip') await onPaper(paper);
    if (format === undefined) return;
    const nameIn = (fileName: string) => `${name} › ${fileName}`;
    try {
      await eachEnclosed(
        format,
        bytes,
        { readers, allowance, depth },
        (file) =>
          walk({ name: nameIn(file.fileName), bytes: file.bytes, load: async () => file.bytes }, allowance, depth + 1),
        (fileName, error) => onLeftOut(nameIn(fileName), error),
      );
    } catch (cause) {
      const error = toAppError(cause);
      // A damaged mail, and what only looks like one, is told of when it is read itself.
      if (format === 'zip') onLeftOut(name, error);
      else if (error.code !== 'file-damaged' && error.code !== 'file-unsupported')
        onLeftOut(`What is attached to ${basename(name)}`, error);
    }
  };
  let file: LoadedFile;
  try {
    file = await loadFile(place.path);
  } catch (cause) {
    return onLeftOut(place.name, toAppError(cause));
  }
  const load = async () => (await loadFile(place.path)).bytes;
  await walk({ name: place.name, bytes: file.bytes, load }, fullAllowance(), 0);
}
