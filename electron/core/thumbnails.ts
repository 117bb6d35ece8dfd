// Small pictures of papers for the library: made by a reader when first looked at, then kept in the vault.
import type { DocumentId } from '../../shared/ids.ts';
import type { Services } from './services.ts';

/** Width of a small picture, in pixels: a tile of the grid, a little finer than a plain screen shows it. */
const WIDTH_PX = 240;

/** So many are made side by side; the others wait without holding their page in memory. */
const AT_ONCE = 2;

export interface Thumbnails {
  /** JPEG. The one asked for last is made first: it is what is on the screen. Throws document-not-found, page-not-found. */
  get(id: DocumentId): Promise<Uint8Array>;
}

/** The small pictures of the open vault. */
export function createThumbnails({ session, readers }: Pick<Services, 'session' | 'readers'>): Thumbnails {
  const waiting: (() => Promise<void>)[] = [];
  const asked = new Map<DocumentId, Promise<Uint8Array>>();
  let running = 0;

  const advance = (): void => {
    if (running >= AT_ONCE) return;
    const next = waiting.pop();
    if (next === undefined) return;
    running += 1;
    void next().finally(() => {
      running -= 1;
      advance();
    });
  };

  const make = async (id: DocumentId): Promise<Uint8Array> => {
    const vault = session.vault();
    const made = vault.looks.pagePicture(id);
    const page = await vault.documents.picture(id, 1);
    const jpeg = await readers.picture(page, 1, WIDTH_PX);
    if (made !== undefined && !vault.isReadOnly) session.vault().looks.keepThumbnail(id, made, jpeg);
    return jpeg;
  };

  return {
    get: async (id) => {
      const kept = session.vault().looks.thumbnail(id);
      if (kept !== undefined) return kept;
      const already = asked.get(id);
      if (already !== undefined) return already;
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      asked.set(id, promise);
      waiting.push(() =>
        make(id)
          .then(resolve, reject)
          .finally(() => asked.delete(id)),
      );
      advance();
      return promise;
    },
  };
}
