// The text of read pages, as one string.
import type { Page } from '../../shared/model/page.ts';

/** Words of a page joined line by line. */
export function textOfPage(page: Page): string {
  let text = '';
  let line = -1;
  for (const word of page.words) {
    text += word.line === line ? ` ${word.text}` : `${line < 0 ? '' : '\n'}${word.text}`;
    line = word.line;
  }
  return text;
}
