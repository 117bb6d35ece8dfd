// Messages as Outlook saves them: read as they would be printed, unpacked like any mail, and refused with one error when they are damaged or lie.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Readers } from '../../../electron/readers/types.ts';
import { isAppError } from '../../../shared/errors.ts';
import { pageText } from '../../../shared/text/layout.ts';
import { mutated } from '../../helpers/hostile/mutate.ts';
import { compoundOf, type MadeMessage, messageOf } from '../../helpers/outlook.ts';
import { lineOf } from '../../helpers/pictures.ts';
import { testReaders } from '../../helpers/readers.ts';
import { chanceOf } from '../../letters/chance.ts';

let readers: Readers;
beforeAll(() => {
  readers = testReaders();
});
afterAll(() => readers.close());

const MESSAGE: MadeMessage = {
  subject: 'Your appeal – señal',
  body: 'Dear Ms. Example,\r\n\r\nthe Sapote request is denied.',
  attachments: [
    { name: 'denial.txt', bytes: 'Denied, and here is why. '.repeat(400) },
    {
      name: 'Forwarded',
      message: { subject: 'Within', body: 'Inner text', attachments: [{ name: 'deep.txt', bytes: 'Deep' }] },
    },
    { name: '../../empty.txt', bytes: '' },
  ],
};

async function textOf(bytes: Uint8Array): Promise<string> {
  const { pages } = await readers.read(bytes, { pictures: false });
  return pages.map((page) => pageText(page).text).join('\f');
}

function attachedTo(bytes: Uint8Array): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  return readers.enclosed('outlook', bytes, async (files, take) => {
    const taken: { name: string; bytes: Uint8Array }[] = [];
    for (const [index, { name }] of files.entries()) taken.push({ name, bytes: await take(index) });
    return taken;
  });
}

it('is read as a printed mail, with what is attached to it at any depth', async () => {
  const message = messageOf(MESSAGE);
  expect(readers.sniff(message)).toEqual({ format: 'outlook', mediaType: 'application/vnd.ms-outlook' });
  expect((await textOf(message)).split('\n').map((line) => line.trim())).toEqual([
    'From: Quillback Appeals <appeals@quillback.example>',
    'To: Jane Example <jane@example.org>',
    'Date: March 3, 2026, 15:12 GMT',
    'Subject: Your appeal – señal',
    'Attachments: denial.txt, Forwarded.msg, empty.txt',
    '',
    'Dear Ms. Example,',
    '',
    'the Sapote request is denied.',
  ]);
  const [letter, forwarded, empty] = await attachedTo(message);
  expect(Buffer.from(letter!.bytes).toString()).toBe('Denied, and here is why. '.repeat(400));
  expect(empty!.bytes.length).toBe(0);
  expect(await textOf(forwarded!.bytes)).toContain('Inner text');
  expect((await attachedTo(forwarded!.bytes)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['deep.txt', 'Deep'],
  ]);
});

it('older ones, HTML, the day of the header and signs in the text are understood', async () => {
  const logo = await lineOf('Logo');
  const old = messageOf({
    subject: 'Señal',
    isOld: true,
    html: '<p>The <b>Sapote</b> request</p><img src="cid:sign@1">',
    headers: 'Received: by x\r\nDate: Tue, 3 Mar 2026 10:12:00 -0500\r\n',
    attachments: [{ name: 'sign.png', bytes: logo, contentId: 'sign@1' }],
  });
  const text = await textOf(old);
  expect(text).toContain('Subject: Señal');
  expect(text).toContain('Date: March 3, 2026, 10:12 -0500');
  expect(text).toContain('Also in this mail: sign.png');
  expect(text).toContain('The Sapote request');
  expect(await attachedTo(old)).toEqual([]);
});

it('files that are cut off, run in circles or promise too much are damaged, and other compound files are not taken for messages', async () => {
  const message = Buffer.from(messageOf(MESSAGE));
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(message);
    change(bytes);
    return bytes;
  };
  const directory = 512 * (message.readInt32LE(48) + 1);
  const fat = 512 * (message.readInt32LE(76) + 1);
  const damaged = {
    cutOff: message.subarray(0, message.length / 2),
    circle: changed((bytes) => bytes.writeInt32LE(bytes.readInt32LE(48), fat + 4 * bytes.readInt32LE(48))),
    itself: changed((bytes) => bytes.writeInt32LE(0, directory + 128 + 68)),
    endless: changed((bytes) => bytes.writeInt32LE(0x7fff_ffff, 64)),
    swollen: changed((bytes) => {
      for (let at = directory; at < directory + 512; at += 128) bytes.writeUInt32LE(0x7fff_ffff, at + 120);
    }),
  };
  for (const [name, bytes] of Object.entries(damaged))
    expect([name, await textOf(bytes).catch((error: unknown) => isAppError(error) && error.code)]).toEqual([
      name,
      'file-damaged',
    ]);
  const other = compoundOf({
    name: 'Root Entry',
    files: [{ name: 'WordDocument', bytes: Buffer.from('x') }],
    folders: [
      { name: 'ObjectPool', files: [{ name: '__properties_version1.0', bytes: Buffer.from('y') }], folders: [] },
    ],
  });
  await expect(textOf(other)).rejects.toMatchObject({ code: 'file-unsupported' });
});

it('sixty spoilt messages are read or refused with an error of the catalogue', async () => {
  const chance = chanceOf(20261126);
  const seed = messageOf(MESSAGE);
  const strange: string[] = [];
  for (let index = 0; index < 60; index += 1) {
    const bytes = mutated(seed, chance);
    const told = [await fate(() => textOf(bytes)), await fate(() => attachedTo(bytes))];
    if (told.some((each) => /unforeseen|internal|reader-/.test(each))) strange.push(`${index}: ${told.join(', ')}`);
  }
  expect(strange).toEqual([]);
});

async function fate(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => 'read',
    (error: unknown) => (isAppError(error) ? error.code : `unforeseen: ${error}`),
  );
}
