// Volumes of a built packet: each a complete PDF below the size limit, by its real size.
import { AppError } from '../../../shared/errors.ts';
import type { Packet } from '../../../shared/model/packet.ts';
import {
  planVolumes,
  type SizedPage,
  type VolumePages,
  volumeFileName,
  volumeName,
  volumeOf,
} from '../../../shared/packet/volumes.ts';
import type { Sink } from '../packet-file.ts';
import { copyNumbering, type ExhibitPlace, exhibitPlaces } from './exhibit-pages.ts';
import type { OpenedPacket } from './opened-packet.ts';
import { destinationName, type FileFacts, type FilePage, rearrange } from './rearrange.ts';
import { volumeSheets } from './volume-sheets.ts';

export interface VolumesInput {
  readonly packet: Packet;
  readonly opened: OpenedPacket;
  /** The packet's title, for the covers. */
  readonly title: string;
  readonly fontsDir: string;
  /** No file is larger. */
  readonly limitBytes: number;
  /** Beginning of the file names. */
  readonly baseName: string;
  /** The line at the foot of every page, for the covers and indexes; missing or empty for none. */
  readonly footLine?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface PlannedVolumes {
  readonly volumes: readonly VolumePages[];
  readonly fileNames: readonly string[];
  /** Writes a volume (one-based). Its bytes are the same each time. */
  write(volume: number, sink: Sink): Promise<FileFacts>;
}

/** More files than this help nobody: portals take ten or so. */
export const MOST_VOLUMES = 99;
/** Rounds of measuring; each takes off what was too much, so that two are nearly always enough. */
const ROUNDS = 12;

/**
 * Finds volumes whose files, written and measured, are all within the limit. Throws volume-page-too-large, volumes-too-many, cancelled.
 */
export async function sizedVolumes(input: VolumesInput): Promise<PlannedVolumes> {
  const exhibits = exhibitPlaces(input.packet, input.opened);
  const { pages, rest } = await measuredPages(input, exhibits);
  // What was too large in an earlier round, volume by volume.
  const excess: number[] = [];
  const room = (volume: number) => input.limitBytes - rest - (excess[volume] ?? 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const volumes = planVolumes(pages, room);
    if (volumes.length > MOST_VOLUMES) throw new AppError('volumes-too-many', { details: { limit: MOST_VOLUMES } });
    const planned = plannedVolumes(input, exhibits, volumes);
    let isWithin = true;
    for (let volume = 1; volume <= volumes.length; volume += 1) {
      const { byteLength } = await planned.write(volume, () => undefined);
      input.onProgress?.(volume, volumes.length);
      const over = byteLength - input.limitBytes;
      if (over <= 0) continue;
      isWithin = false;
      excess[volume - 1] = (excess[volume - 1] ?? 0) + over;
    }
    if (isWithin) return planned;
  }
  throw new AppError('copy-check-failed', { cause: new Error('the volumes never came below the limit') });
}

function plannedVolumes(
  input: VolumesInput,
  exhibits: readonly ExhibitPlace[],
  volumes: readonly VolumePages[],
): PlannedVolumes {
  const { opened, packet, title } = input;
  const fileNames = volumes.map((_, index) => volumeFileName(input.baseName, index + 1, volumes.length));
  const sheets = { packet, title, volumes, fileNames, exhibits, labelOf: opened.labelOf };
  return {
    volumes,
    fileNames,
    write: (volume, sink) => {
      const { from, to } = volumes[volume - 1] ?? { from: 1, to: 0 };
      return rearrange(
        opened,
        {
          title: `${title} (${volumeName(volume, volumes.length)})`,
          createdOn: packet.createdOn,
          fontsDir: input.fontsDir,
          footLine: input.footLine,
          signal: input.signal,
          numbering: copyNumbering(opened, exhibits),
          pages: (fonts) => [...volumeSheets(sheets, volume, fonts), ...packetPages(from, to)],
          elsewhere: (packetPage) => {
            const fileName = fileNames[(volumeOf(volumes, packetPage) ?? 0) - 1];
            return fileName === undefined ? undefined : { fileName, name: destinationName(opened.labelOf(packetPage)) };
          },
        },
        sink,
      );
    },
  };
}

/** What each page takes in a file, and what a file takes besides (cover, index, typefaces, tables), as one volume with everything shows. */
async function measuredPages(
  { opened, packet, title, fontsDir, footLine, signal }: VolumesInput,
  exhibits: readonly ExhibitPlace[],
): Promise<{ readonly pages: readonly SizedPage[]; readonly rest: number }> {
  const lengths: number[] = [];
  const volumes = [{ from: 1, to: opened.pageCount }];
  const sheets = { packet, title, volumes, fileNames: [''], exhibits, labelOf: opened.labelOf };
  let ahead = 0;
  const { byteLength } = await rearrange(
    opened,
    {
      title,
      createdOn: packet.createdOn,
      fontsDir,
      footLine,
      signal,
      numbering: copyNumbering(opened, exhibits),
      pages: (fonts) => {
        const own = volumeSheets(sheets, 1, fonts);
        ahead = own.length;
        return [...own, ...packetPages(1, opened.pageCount)];
      },
      onPage: (index, length) => {
        lengths[index] = length;
      },
    },
    () => undefined,
  );
  const sizes = lengths.map((length, index) => length - (lengths[index - 1] ?? 0)).slice(ahead);
  const owner = (packetPage: number) => exhibits.find(({ tab, last }) => packetPage >= tab && packetPage <= last);
  const pages = sizes.map((bytes, index): SizedPage => {
    const exhibit = owner(index + 1);
    return { bytes, exhibit: exhibit?.row.label, isTab: exhibit?.tab === index + 1 };
  });
  return { pages, rest: byteLength - sizes.reduce((sum, size) => sum + size, 0) };
}

function packetPages(from: number, to: number): readonly FilePage[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    kind: 'packet',
    packetPage: from + index,
  }));
}
