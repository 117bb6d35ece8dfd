// Whether a vault's folder lies where something else also works on it: a folder that a program copies to a cloud, or a disk of another computer.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { systemCode } from './file-errors.ts';

/** Why a place is not a good one for a vault. `by` is the program or the kind of disk, where it is known. */
export interface RiskyPlace {
  readonly kind: 'synced' | 'network';
  readonly by: string;
}

/** Names of folders that programs give to what they copy; a business account adds its name behind a dash or in brackets. */
const SYNCED_NAMES: readonly (readonly [by: string, name: RegExp])[] = [
  ['Dropbox', /^dropbox(?: \(.+\))?$/i],
  ['OneDrive', /^onedrive(?: ?-.+)?$/i],
  ['iCloud Drive', /^(?:mobile documents|com~apple~clouddocs|icloud ?drive)$/i],
  ['Google Drive', /^(?:google ?drive(?:-.+)?|my drive)$/i],
  ['a cloud service', /^cloudstorage$/i],
  ['Box', /^box(?: sync|-box)?$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*$/i],
  ['pCloud', /^pcloud ?drive$/i],
  ['MEGA', /^mega(?:sync)?$/i],
  ['Syncthing', /^(?:sync|syncthing)$/i],
  ['Resilio Sync', /^resilio sync$/i],
];

/** Files and folders such programs leave at the top of what they copy. */
const SYNCED_MARKS: readonly (readonly [by: string, mark: string])[] = [
  ['Dropbox', '.dropbox.cache'],
  ['Syncthing', '.stfolder'],
  ['Resilio Sync', '.sync'],
  ['Nextcloud', '.nextcloudsync.log'],
  ['ownCloud', '.owncloudsync.log'],
  ['MEGA', '.megaignore'],
];

/** Kinds of disks, as Linux names them, that are on another computer or in a cloud. */
const NETWORK_DISKS =
  /^(?:nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|glusterfs|lustre|davfs|webdav|(?:fuse\.)?(?:sshfs|rclone|s3fs|davfs2?|gvfsd-fuse|google-drive-ocamlfuse|onedriver|glusterfs))$/;

/**
 * Tells what speaks against a folder, or undefined. It need not exist yet. Folders are told by their names, by marks beside them, by a network name of
 * Windows (`\\server\share`) and, on Linux, by the kind of disk in `/proc/self/mountinfo`; what can't be told is not called risky.
 */
export function riskyPlace(dir: string, mounts: string = readMounts()): RiskyPlace | undefined {
  if (/^[\\/]{2}[^\\/?.]/.test(dir)) return { kind: 'network', by: 'a shared folder' };
  const path = resolve(dir);
  for (const part of path.split(sep)) {
    const [by] = SYNCED_NAMES.find(([, name]) => name.test(part)) ?? [];
    if (by !== undefined) return { kind: 'synced', by };
  }
  for (let folder = path; ; folder = dirname(folder)) {
    const [by] = SYNCED_MARKS.find(([, mark]) => existsSync(join(folder, mark))) ?? [];
    if (by !== undefined) return { kind: 'synced', by };
    if (dirname(folder) === folder) break;
  }
  const disk = diskOf(path, mounts);
  return disk !== undefined && NETWORK_DISKS.test(disk) ? { kind: 'network', by: disk } : undefined;
}

/** False when a folder is there and can't be written to. Windows tells it only of discs and locked cards, not of permissions. */
export function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK);
    return true;
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    return !['EROFS', 'EACCES', 'EPERM'].includes(code);
  }
}

/** The kind of the disk a path is on: that of the longest mount point above it. The last of equal ones lies on top. */
function diskOf(path: string, mounts: string): string | undefined {
  let best: { readonly point: string; readonly disk: string } | undefined;
  for (const line of mounts.split('\n')) {
    // proc(5): id, parent, device, root, mount point, options, optional fields, "-", type, …
    const [before = '', after = ''] = line.split(' - ');
    const point = before
      .split(' ')[4]
      ?.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const disk = after.split(' ')[0];
    if (point === undefined || disk === undefined || disk === '') continue;
    const isAbove = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (isAbove && point.length >= (best?.point.length ?? 0)) best = { point, disk };
  }
  return best?.disk;
}

function readMounts(): string {
  if (process.platform !== 'linux') return '';
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch (cause) {
    // A system that doesn't tell its mounts has nothing to say here.
    if (systemCode(cause) === undefined) throw cause;
    return '';
  }
}
