// Which folders are told as synced or as a disk of another computer.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { riskyPlace } from '../../../electron/vault/place.ts';

const root = mkdtempSync(join(tmpdir(), 'appeal-vault-place-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const MOUNTS = [
  '22 1 254:1 / / rw,relatime - ext4 /dev/vda rw',
  '40 22 0:40 / /mnt/office rw,relatime shared:1 - cifs //server/share rw',
  '41 22 0:41 / /home/ann/their\\040server rw - fuse.sshfs ann@server:/ rw',
  '42 40 0:42 / /mnt/office/local rw - ext4 /dev/vdb rw',
].join('\n');

describe('the place of a vault', () => {
  it.each([
    ['/home/ann/Dropbox/vault', 'Dropbox'],
    ['/home/ann/Dropbox (Law Firm)/a/vault', 'Dropbox'],
    ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/vault', 'iCloud Drive'],
    ['/Users/ann/Library/CloudStorage/OneDrive-Personal/vault', 'a cloud service'],
    ['/home/ann/OneDrive - Law Firm/vault', 'OneDrive'],
    ['/home/ann/Google Drive/My Drive/vault', 'Google Drive'],
    ['/home/ann/Nextcloud2/vault', 'Nextcloud'],
  ])('%s is copied by a program', (dir, by) => {
    expect(riskyPlace(dir, MOUNTS)).toEqual({ kind: 'synced', by });
  });

  it.each([
    ['/mnt/office/vault', 'cifs'],
    ['/home/ann/their server/deep/vault', 'fuse.sshfs'],
    ['\\\\server\\share\\vault', 'a shared folder'],
  ])('%s is on another computer', (dir, by) => {
    expect(riskyPlace(dir, MOUNTS)).toEqual({ kind: 'network', by });
  });

  it.each([
    '/home/ann/vault',
    '/home/ann/.local/share/appeal-vault/vault',
    '/mnt/office/local/vault',
    '/home/ann/boxes/mega pixels/vault',
  ])('%s is a good place', (dir) => {
    expect(riskyPlace(dir, MOUNTS)).toBeUndefined();
  });

  it('is told by what a program left beside it, also for a folder that is not there yet', () => {
    mkdirSync(join(root, 'shared', '.stfolder'), { recursive: true });
    expect(riskyPlace(join(root, 'shared', 'new', 'vault'), MOUNTS)).toEqual({ kind: 'synced', by: 'Syncthing' });
    // Its settings lie in the person's own folder, beside everything else.
    mkdirSync(join(root, '.dropbox'));
    expect(riskyPlace(join(root, 'other'), MOUNTS)).toBeUndefined();
  });
});
