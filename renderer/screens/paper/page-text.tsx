// The words of a page as text, line by line, for those who can't see the picture or want larger letters.
import type { AnnotationView } from '../../../shared/model/annotation.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { linesOf } from '../../parts/word-boxes.ts';

interface PageTextProps {
  readonly page: Page;
  /** Words to mark: those chosen by the person, else those a link leads to. */
  readonly marked: WordRange | undefined;
  /** The user's notes and highlights on the page. */
  readonly own?: readonly AnnotationView[];
}

/** Each word names its place on the page, so that it can be chosen. */
export function PageText({ page, marked, own = [] }: PageTextProps) {
  const isMarked = (index: number) => marked !== undefined && index >= marked.from && index < marked.to;
  const lookOf = (index: number) => {
    if (isMarked(index)) return { className: 'word-marked' };
    const note = own.find(
      ({ proof, isLost }) => !isLost && proof !== undefined && index >= proof.from && index < proof.to,
    );
    return note === undefined ? {} : { className: 'word-own', 'data-colour': note.colour ?? 'none' };
  };
  return (
    <div className="page-text">
      {linesOf(page).map((words) => (
        <p key={words[0]?.index}>
          {words.map(({ text, index }) => (
            <span key={index} data-word={index} {...lookOf(index)}>
              {text}{' '}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
