// What changed between two versions, in sentences.
import type { PacketDifferences } from '../../../../shared/model/differences.ts';
import { count } from '../../../wording/format.ts';

const SETTINGS: Readonly<Record<PacketDifferences['settings'][number], string>> = {
  preset: 'The kind of packet is another',
  labels: 'Exhibits are lettered or numbered otherwise',
  stamping: 'The numbers stamped on the pages are others',
  parts: 'Other parts stand before the exhibits, or in another order',
  highlights: 'Other words are marked on the pages',
  confidentiality: 'The line at the foot of the pages is another',
  title: 'The title is another',
};

/** One sentence for each difference, but for those of the letter. */
export function differenceLines(found: PacketDifferences): readonly string[] {
  const called = ({ label, title }: { readonly label: string; readonly title: string }) => `Exhibit ${label}, ${title}`;
  return [
    ...(found.becameFinal ? ['The draft became final.'] : []),
    ...(found.becameDraft ? ['It is a draft; the version before was final.'] : []),
    ...found.added.map((exhibit) => `New: ${called(exhibit)}.`),
    ...found.removed.map((exhibit) => `Taken out: ${exhibit.title} (was exhibit ${exhibit.label}).`),
    ...found.moved.map((exhibit) => `Moved: ${called(exhibit)} (was ${exhibit.labelBefore}).`),
    ...found.renamed.map((exhibit) => `Renamed: ${called(exhibit)} (was “${exhibit.titleBefore}”).`),
    ...found.repaged.map((exhibit) => `${called(exhibit)}: ${pageWords(exhibit)}.`),
    ...redactionLines(found.redactions),
    ...found.tables.map(({ title, change }) => `Table “${title}” ${TABLES[change]}.`),
    ...found.settings.map((setting) => `${SETTINGS[setting]}.`),
  ];
}

const TABLES = { added: 'is new', removed: 'was taken out', changed: 'says something else' } as const;

function pageWords({ added, removed, reordered }: PacketDifferences['repaged'][number]): string {
  const parts = [
    ...(added.length > 0 ? [`${count(added.length, 'page')} more`] : []),
    ...(removed.length > 0 ? [`${count(removed.length, 'page')} fewer`] : []),
    ...(reordered ? ['pages in another order'] : []),
  ];
  return parts.join(', ');
}

function redactionLines(redactions: PacketDifferences['redactions']): readonly string[] {
  const said = {
    added: 'is blacked out now',
    changed: 'is blacked out in other places',
    removed: 'is no longer blacked out',
  };
  return redactions.map(({ label, pageNumber, change }) => {
    const where = label === undefined ? 'of a paper that was taken out' : `of the paper in exhibit ${label}`;
    return `Page ${pageNumber} ${where} ${said[change]}.`;
  });
}
