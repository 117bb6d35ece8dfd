// The packet's own check before it is kept, as a list to be shown: what another PDF library reads in the finished file agrees with what was planned.
import { AppError } from '../../shared/errors.ts';
import type { PacketCheck, PacketPlan } from '../../shared/model/packet.ts';
import { boxesOn } from '../../shared/packet/redaction/planned.ts';
import type { GappedFile } from '../readers/pdfium-gapped.ts';
import type { ReadBack } from '../readers/types.ts';
import type { PacketFacts } from './compose.ts';
import type { OutlineEntry } from './outline.ts';
import { countFailures, exhibitFailures, indexFailures, linkFailures, stampFailures } from './self-check.ts';

/** Failures told of one check; more of the same kind help nobody. */
const TOLD = 5;

/** What the packet says and where it leads, as it was composed and as it was read back. */
export interface Compared {
  readonly plan: PacketPlan;
  readonly packet: PacketFacts;
  readonly seen: ReadBack;
  readonly file: GappedFile;
  /** What redacted pages still say; see redactionFailures. */
  readonly uncovered: readonly string[];
}

/** All checks of a finished packet. Details name pages and exhibits only, never words of a paper. */
export function packetChecks({ plan, packet, seen, file, uncovered }: Compared): readonly PacketCheck[] {
  const texts = seen.pages.map(({ text }) => text);
  const redacted = plan.redactions.length > 0;
  return [
    checked('pages', 'Every page is there, in order', [
      ...countFailures(packet, plan, texts),
      ...exhibitFailures(packet, plan, texts),
    ]),
    checked('numbers', 'Every page shows its number, and the page labels say the same', [
      ...stampFailures(packet, plan, texts),
      ...labelFailures(packet, seen),
    ]),
    checked('links', 'Every link leads to the page it names', [
      ...linkFailures(packet, texts),
      ...wayFailures(packet, seen),
    ]),
    checked('index', 'The index names the pages of every exhibit', indexFailures(packet, plan)),
    checked(
      'bookmarks',
      'The bookmarks are those of the packet and open on the right pages',
      outlineFailures(packet, seen),
    ),
    checked('searchable', 'The words of every page can be searched and copied', searchFailures(plan, packet, texts)),
    redacted
      ? checked('redactions', 'Nothing that was blacked out can be read', uncovered)
      : notChecked('redactions', 'Nothing that was blacked out can be read', 'Nothing is blacked out in this packet.'),
    checked(
      'clean',
      'No programs, attachments, form fields or earlier versions are in the file',
      strangers(file.bytes),
    ),
  ];
}

/** Throws packet-check-failed when a check failed. Its cause says where, by page number only. */
export function refuseFailed(checks: readonly PacketCheck[]): readonly PacketCheck[] {
  const failed = checks.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return checks;
  const why = failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ');
  throw new AppError('packet-check-failed', { cause: new Error(why) });
}

function checked(id: string, name: string, failures: readonly string[]): PacketCheck {
  return { id, name, state: failures.length === 0 ? 'passed' : 'failed', detail: failures.slice(0, TOLD).join('; ') };
}

function notChecked(id: string, name: string, detail: string): PacketCheck {
  return { id, name, state: 'not-checked', detail };
}

function labelFailures(packet: PacketFacts, seen: ReadBack): readonly string[] {
  return seen.pages.flatMap(({ label }, index) =>
    label === packet.stamps[index] ? [] : [`the label of page ${index + 1} is not its stamp`],
  );
}

/** The links of each page lead where they were laid: compared as they stand in the file. */
function wayFailures(packet: PacketFacts, seen: ReadBack): readonly string[] {
  const planned = new Map<number, number[]>();
  for (const { fromPage, toPage } of packet.links) planned.set(fromPage, [...(planned.get(fromPage) ?? []), toPage]);
  return seen.pages.flatMap(({ links }, index) => {
    const wanted = planned.get(index + 1) ?? [];
    return links.join() === wanted.join() ? [] : [`the links of page ${index + 1} lead elsewhere`];
  });
}

function outlineFailures(packet: PacketFacts, seen: ReadBack): readonly string[] {
  const flat = (entries: readonly OutlineEntry[], depth: number): readonly string[] =>
    entries.flatMap(({ title, packetPage, children }) => [
      `${depth} ${packetPage} ${title.normalize('NFC')}`,
      ...flat(children, depth + 1),
    ]);
  const wanted = flat(packet.outline, 0);
  const found = seen.bookmarks.map(({ title, toPage, depth }) => `${depth} ${toPage} ${title.normalize('NFC')}`);
  if (wanted.length !== found.length) return [`${found.length} bookmarks read, ${wanted.length} written`];
  return wanted.flatMap((line, at) =>
    line === found[at] ? [] : [`bookmark ${at + 1} is not the one that was planned`],
  );
}

/** A few words of each page must be found on it. Pages that were never read hold none; redacted ones are looked at apart. */
function searchFailures(plan: PacketPlan, packet: PacketFacts, texts: readonly string[]): readonly string[] {
  return packet.exhibitPages.flatMap(({ documentId, pageNumber, packetPage, sample }) => {
    if (boxesOn(plan, documentId, pageNumber).length > 0 || sample.length === 0) return [];
    const text = letters(texts[packetPage - 1] ?? '');
    const found = sample.filter((word) => text.includes(letters(word)));
    return found.length * 2 >= sample.length ? [] : [`the words of page ${packetPage} are not found on it`];
  });
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Names that must stand nowhere in the file, and the marks of earlier revisions. They are too long to turn up by chance in compressed data. */
const STRANGERS = ['/JavaScript', '/Launch', '/EmbeddedFile', '/OpenAction', '/AcroForm', '/Encrypt', '/RichMedia'];

function strangers(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = STRANGERS.flatMap((name) => (file.includes(name, 0, 'latin1') ? [`${name} is in the file`] : []));
  const end = file.lastIndexOf('startxref', undefined, 'latin1');
  const isOnly = end > 0 && file.lastIndexOf('startxref', end - 1, 'latin1') < 0;
  return isOnly ? found : [...found, 'the file has more than one revision'];
}
