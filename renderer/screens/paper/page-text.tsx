// The words of a page as text, line by line, for those who can't see the picture or want larger letters.
import type { Page } from '../../../shared/model/page.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { linesOf } from '../../parts/word-boxes.ts';

interface PageTextProps {
  readonly page: Page;
  /** Words to mark: those chosen by the person, else those a link leads to. */
  readonly marked: WordRange | undefined;
}

/** Each word names its place on the page, so that it can be chosen. */
export function PageText({ page, marked }: PageTextProps) {
  const isMarked = (index: number) => marked !== undefined && index >= marked.from && index < marked.to;
  return (
    <div className="page-text">
      {linesOf(page).map((words) => (
        <p key={words[0]?.index}>
          {words.map(({ text, index }) => (
            <span key={index} data-word={index} className={isMarked(index) ? 'word-marked' : undefined}>
              {text}{' '}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
