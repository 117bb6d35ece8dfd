// The frame of an Outlook message, a compound file (MS-CFB), followed once within limits before any library may: chains of sectors that run in circles or
// promise more bytes than there are would keep it busy, or fill the memory, for ever.

/** Places in the header and in an entry of the directory (MS-CFB 2.2 and 2.6.1), in bytes. */
const HEADER = {
  sectorShift: 30,
  fatCount: 44,
  directory: 48,
  miniFat: 60,
  miniFatCount: 64,
  difat: 68,
  difatCount: 72,
  fats: 76,
} as const;
const FATS_IN_HEADER = 109;
const ENTRY = { bytes: 128, nameLength: 64, type: 66, left: 68, right: 72, child: 76, start: 116, size: 120 } as const;
const STORAGE = 1;
const STREAM = 2;
const END_OF_CHAIN = -2;
const NONE = -1;

/** Streams below this size lie in small sectors within the stream of the root (MS-CFB 2.2: both are fixed). In bytes. */
const MINI_BELOW = 4096;
const MINI_SECTOR = 64;

/** Follows everything that is there. Answers the names that stand in its root. Throws Error or RangeError for a file that is not sound. */
export function checkCompound(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const int = (at: number) => view.getInt32(at, true);
  const sectorBytes = view.getUint8(HEADER.sectorShift) === 12 ? 4096 : 512;
  const sectors = Math.ceil(bytes.length / sectorBytes);
  const perSector = sectorBytes / 4;
  const offsetOf = (sector: number) => {
    if (sector < 0 || sector >= sectors) throw new Error('a sector is missing');
    return (sector + 1) * sectorBytes;
  };
  const fats = fatSectors();
  const next = (sector: number, table: readonly number[]): number => {
    const fat = table[Math.floor(sector / perSector)];
    if (fat === undefined || sector < 0) throw new Error('a chain leaves the file');
    return int(offsetOf(fat) + 4 * (sector % perSector));
  };
  const chain = (start: number, table: readonly number[], most: number): readonly number[] => {
    const found: number[] = [];
    for (let sector = start; sector !== END_OF_CHAIN; sector = next(sector, table)) {
      if (found.length >= most) throw new Error('a chain is longer than the file');
      found.push(sector);
    }
    return found;
  };

  const miniCount = int(HEADER.miniFatCount);
  const miniFats = miniCount > 0 ? chain(int(HEADER.miniFat), fats, sectors) : [];
  if (miniCount > miniFats.length) throw new Error('the table of small sectors is missing');
  const entries = chain(int(HEADER.directory), fats, sectors).flatMap((sector) =>
    Array.from({ length: sectorBytes / ENTRY.bytes }, (_, index) => offsetOf(sector) + index * ENTRY.bytes),
  );
  const root = entries[0];
  if (root === undefined) throw new Error('no directory');
  const small = chain(int(root + ENTRY.start), fats, sectors).length * sectorBytes;

  // Honest streams share no bytes: together they are no larger than the file.
  let room = bytes.length;
  for (const at of reached(root)) {
    if (view.getUint8(at + ENTRY.type) !== STREAM) continue;
    const size = view.getUint32(at + ENTRY.size, true);
    room -= size;
    if (room < 0) throw new Error('the streams are larger than the file');
    if (size === 0) continue;
    const isSmall = size < MINI_BELOW;
    const needed = Math.ceil(size / (isSmall ? MINI_SECTOR : sectorBytes));
    const start = int(at + ENTRY.start);
    const found = isSmall ? chain(start, miniFats, MINI_BELOW / MINI_SECTOR) : first(start, needed);
    if (found.length < needed) throw new Error('a stream is cut off');
    if (isSmall && found.some((sector) => (sector + 1) * MINI_SECTOR > small))
      throw new Error('a small sector is missing');
  }
  return childrenOf(root).map(nameOf);

  function fatSectors(): readonly number[] {
    const count = int(HEADER.fatCount);
    const more = int(HEADER.difatCount);
    if (count < 0 || count > sectors || more < 0 || more > sectors) throw new Error('tables larger than the file');
    const found = Array.from({ length: Math.min(count, FATS_IN_HEADER) }, (_, index) => int(HEADER.fats + 4 * index));
    let block = int(HEADER.difat);
    for (let index = 0; index < more && block >= 0; index += 1) {
      const at = offsetOf(block);
      for (let entry = 0; entry < perSector - 1 && found.length < count; entry += 1) found.push(int(at + 4 * entry));
      block = int(at + 4 * (perSector - 1));
    }
    return found;
  }

  /** The sectors of a stream as far as they are needed. */
  function first(start: number, needed: number): readonly number[] {
    const found: number[] = [];
    for (let sector = start; found.length < needed; sector = next(sector, fats)) {
      offsetOf(sector);
      found.push(sector);
    }
    return found;
  }

  /** All entries below one, each met once: a tree that leads back into itself is none. */
  function reached(top: number): readonly number[] {
    const found = new Set<number>([top]);
    for (const at of found) {
      const type = view.getUint8(at + ENTRY.type);
      if (at !== top && type !== STORAGE) continue;
      for (const child of childrenOf(at)) {
        if (found.has(child)) throw new Error('a folder stands within itself');
        found.add(child);
      }
    }
    return [...found];
  }

  function childrenOf(folder: number): readonly number[] {
    const found: number[] = [];
    const waiting = [int(folder + ENTRY.child)];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (index === NONE) continue;
      const at = entries[index];
      if (at === undefined) throw new Error('an entry is missing');
      found.push(at);
      if (found.length > entries.length) throw new Error('a folder without end');
      waiting.push(int(at + ENTRY.left), int(at + ENTRY.right));
    }
    return found;
  }

  function nameOf(at: number): string {
    const length = Math.min(64, Math.max(0, view.getUint16(at + ENTRY.nameLength, true) - 2));
    return new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length));
  }
}
