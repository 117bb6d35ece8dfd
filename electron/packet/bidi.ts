// Text in the order it is drawn: runs from left to right, each in one direction, by the Unicode bidirectional algorithm (UAX 9).
import bidiFactory from 'bidi-js';

export interface DirectedRun {
  /** In the order it is read; brackets are mirrored where the direction asks for it. */
  readonly text: string;
  readonly isRightToLeft: boolean;
}

const bidi = bidiFactory();
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The runs of one line of text, which as a whole runs from left to right, as the packet's pages do. */
export function directedRuns(text: string): readonly DirectedRun[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, isRightToLeft: false }];
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    const letter = text[at] ?? '';
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(letter) ?? letter) : letter;
    if (last?.level === level) last.text += shown;
    else runs.push({ text: shown, level });
  }
  return reordered(runs).map((run) => ({ text: run.text, isRightToLeft: run.level % 2 === 1 }));
}

/** Rule L2: from the highest level down to the lowest odd one, every sequence of runs at that level or above is turned round. */
function reordered<Run extends { readonly level: number }>(runs: readonly Run[]): readonly Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...order.map((run) => run.level));
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0;
    while (from < order.length) {
      let to = from;
      while ((order[to]?.level ?? -1) >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to + 1;
    }
  }
  return order;
}
