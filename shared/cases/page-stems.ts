// The words of a whole page as stems, made once for each page.
import type { Page } from '../model/page.ts';
import { oncePer } from '../once-per.ts';
import { pageText } from './page-text.ts';
import { stemsOf } from './stems.ts';

/** The stems of a page in order. */
export const pageStems: (page: Page) => readonly string[] = oncePer((page) => stemsOf(pageText(page)));
