// The pieces of a letter on the screen: paragraphs, quotes, references as chips, blanks as marked gaps.
import { Fragment, useContext } from 'react';
import type { CaseView } from '../../../shared/model/case.ts';
import type { Block, Inline } from '../../../shared/model/letter.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { pageRange } from '../../wording/format.ts';
import { ChipContext, chipText } from './letter/editor/cite-chip.tsx';
import { BlankTarget } from './letters/blank-context.ts';

interface BlockProps {
  readonly block: Block;
  readonly view: CaseView;
}

/** One block of the letter. */
export function LetterBlock({ block, view }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} view={view} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className="letter-quote">
          <Inlines inlines={block.inlines} view={view} />
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of a letter have no other name
            <li key={index}>
              <Inlines inlines={item} view={view} />
            </li>
          ))}
        </List>
      );
    }
    case 'pairs':
      return (
        <dl className="letter-pairs">
          {block.rows.map((row) => (
            <Fragment key={row.label}>
              <dt>{row.label}</dt>
              <dd>
                <Inlines inlines={row.value} view={view} />
              </dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'lines':
    case 'signature':
      return (
        <p>
          {block.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address have no other name
            <span key={index} style={{ display: 'block', minHeight: '1.5em' }}>
              <Inlines inlines={line} view={view} />
            </span>
          ))}
        </p>
      );
  }
}

function Inlines({ inlines, view }: { readonly inlines: readonly Inline[]; readonly view: CaseView }) {
  return inlines.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a paragraph have no other name
    <Piece key={index} inline={inline} view={view} />
  ));
}

function Piece({ inline, view }: { readonly inline: Inline; readonly view: CaseView }) {
  const focusBlank = useContext(BlankTarget);
  const { exhibits } = useContext(ChipContext);
  switch (inline.kind) {
    case 'text':
      if (inline.bold === true) return <strong>{inline.text}</strong>;
      return inline.italic === true ? <em>{inline.text}</em> : inline.text;
    case 'cite':
      return (
        <a
          className="cite-chip"
          title={`${view.documents[inline.documentId] ?? 'A paper that is gone'}, ${pageRange(inline.pageNumber, inline.toPage)}`}
          href={hrefOf({ screen: 'paper', id: inline.documentId, pageNumber: inline.pageNumber })}
        >
          {chipText(inline, { exhibits, titles: view.documents })}
        </a>
      );
    case 'blank':
      if (focusBlank !== undefined)
        return (
          <button type="button" className="blank" onClick={() => focusBlank(inline.label)}>
            Blank: {inline.label}
          </button>
        );
      return (
        <a className="blank" href={blankHref(inline, view)}>
          Blank: {inline.label}
        </a>
      );
  }
}

/** A blank is filled among the facts, or in the answer to its reason. */
function blankHref(blank: Extract<Inline, { kind: 'blank' }>, view: CaseView): string {
  if (blank.groundId === undefined) return hrefOf({ screen: 'case', id: view.case.id, tab: 'facts' });
  return hrefOf({ screen: 'case', id: view.case.id, tab: 'reasons', groundId: blank.groundId });
}
