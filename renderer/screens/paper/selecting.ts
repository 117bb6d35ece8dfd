// The selection of words on a page, kept by the browser itself: read from it and set in it, word by word.
import type { Page } from '../../../shared/model/page.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { linesOf } from '../../parts/word-boxes.ts';

/** Where a selection began and where it has come, as places in the page's list of words. */
export interface Selected {
  readonly anchor: number;
  readonly head: number;
}

/** The words of a page that are selected within `layer`; undefined when the selection is empty or elsewhere. */
export function selectedIn(layer: Element): Selected | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const anchor = wordOf(selection.anchorNode, layer);
  const head = wordOf(selection.focusNode, layer);
  return anchor === undefined || head === undefined ? undefined : { anchor, head };
}

/** Selects the words from `anchor` to `head`, both of them included. */
export function selectWords(layer: Element, { anchor, head }: Selected): void {
  const [from, to] = [textAt(layer, anchor), textAt(layer, head)];
  if (from === undefined || to === undefined) return;
  const isForward = head >= anchor;
  // Without the space after a word at the end.
  window.getSelection()?.setBaseAndExtent(from, isForward ? 0 : lengthOf(from), to, isForward ? lengthOf(to) : 0);
}

/** The text of words `from` to `to` (exclusive) in reading order, one line of the page after the other. */
export function textOf(page: Page, { from, to }: WordRange): string {
  return linesOf(page)
    .map((words) =>
      words
        .filter(({ index }) => index >= from && index < to)
        .map(({ text }) => text)
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function wordOf(node: Node | null, layer: Element): number | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const word = element?.closest<HTMLElement>('[data-word]');
  return word === null || word === undefined || !layer.contains(word) ? undefined : Number(word.dataset.word);
}

function textAt(layer: Element, word: number): Node | undefined {
  return layer.querySelector(`[data-word="${word}"]`)?.firstChild ?? undefined;
}

const lengthOf = (node: Node) => (node.textContent ?? '').trimEnd().length;
