// A citation in the editor: a chip that says where the page stands in the packet, and follows it there.
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { createContext, useContext } from 'react';
import { DocumentId } from '../../../../../shared/ids.ts';
import { cited, exhibitWords } from '../../../../../shared/letters/word/exhibit-words.ts';
import type { Inline } from '../../../../../shared/model/letter.ts';
import type { Exhibit } from '../../../../../shared/model/packet.ts';
import { pageRange } from '../../../../wording/format.ts';
import { CiteNode } from './nodes.ts';

export type Cite = Extract<Inline, { kind: 'cite' }>;

/** What chips need to know of the packet: its exhibits as they are now, and the papers' titles by id. */
export interface ChipWords {
  readonly exhibits: readonly Exhibit[];
  readonly titles: Readonly<Record<string, string>>;
}

export const ChipContext = createContext<ChipWords>({ exhibits: [], titles: {} });

/** The citation of a node's attributes; undefined when they name none. */
export function citeOf(attrs: Readonly<Record<string, unknown>>): Cite | undefined {
  const documentId = DocumentId.safeParse(attrs.documentId);
  const page = Number(attrs.pageNumber);
  return documentId.success && page >= 1 ? cited(documentId.data, page, Number(attrs.toPage) || page) : undefined;
}

/** “Ex. C, p. 3”, not torn apart at the end of a line; by the paper's title while it stands in no exhibit yet. */
export function chipText(cite: Cite, { exhibits, titles }: ChipWords): string {
  return (
    exhibitWords(cite, exhibits)?.replaceAll(' ', '\u00a0') ??
    `${titles[cite.documentId] ?? 'A paper that is gone'}, ${pageRange(cite.pageNumber, cite.toPage)}`
  );
}

function CiteChip({ node }: ReactNodeViewProps) {
  const words = useContext(ChipContext);
  const cite = citeOf(node.attrs);
  if (cite === undefined) return <NodeViewWrapper as="span" className="blank" />;
  const title = words.titles[cite.documentId];
  return (
    <NodeViewWrapper
      as="span"
      className="cite-chip"
      title={title === undefined ? undefined : `${title}, ${pageRange(cite.pageNumber, cite.toPage)}`}
    >
      {chipText(cite, words)}
    </NodeViewWrapper>
  );
}

/** The citation as the window shows it. */
export const CiteChipNode = CiteNode.extend({
  addNodeView: () => ReactNodeViewRenderer(CiteChip, { as: 'span' }),
});
