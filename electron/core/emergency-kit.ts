// The emergency sheet: one page to print, with the recovery words in a numbered grid and how to open the vault in ten years. Never stored.
import { basename } from 'node:path';
import type { IsoDate } from '../../shared/model/vocabulary.ts';
import type { Fonts } from '../packet/fonts.ts';
import { COLUMN, type Face, INK, MARGIN, QUIET, type Sheet } from '../packet/layout/sheet.ts';
import { sheetsFile } from '../packet/sheets-file.ts';

export interface KitFacts {
  /** Where the vault is. */
  readonly folder: string;
  readonly vaultId: string;
  readonly words: readonly string[];
  readonly madeOn: IsoDate;
  readonly fontsDir: string;
}

/** Name offered for the sheet; it says nothing of the person. */
export const KIT_FILE_NAME = 'appeal-vault-emergency-sheet.pdf';

/** The sheet as a PDF of one Letter page. Throws when a font of `fontsDir` is missing. */
export function emergencyKit(facts: KitFacts): Promise<Uint8Array> {
  return sheetsFile({
    title: 'Appeal Vault emergency sheet',
    fontsDir: facts.fontsDir,
    lay: (fonts) => [layKit(facts, fonts)],
  });
}

const HOW_TO = [
  'With the app: install Appeal Vault, choose the folder of the vault (or “Restore from a backup” and the newest file whose name ends in .vaultbak), choose “Use recovery words instead” and type the 24 words. You then set a new passphrase.',
  'If the folder is lost: any backup opens with the words that were valid when it was made. Restore it into an empty folder.',
  'Without the app, for someone who is used to a terminal: the format is open and described in FORMAT.md of the app’s source. “appeal-vault backup-key FILE --words-file WORDS” prints a key. “tail -n +5 FILE > inner.age” takes off the four lines in front, “age -d -i KEY inner.age | tar -x” gives the files of the vault; age is at age-encryption.org. The same key derivation (BIP39, HKDF-SHA256, AES-256-GCM) can be done by any program after FORMAT.md.',
  'Whoever has these words and a copy of the vault can read it. Keep this sheet where you keep passports, not beside the computer. When you make new words, destroy it.',
];

function layKit(facts: KitFacts, fonts: Fonts): Sheet {
  const items: Sheet['items'][number][] = [];
  let y = MARGIN + 14;
  const put = (x: number, text: string, face: Face, size: number, color = INK) =>
    void items.push({ kind: 'text', x, y, size, face, color, text });
  const paragraph = (text: string, face: Face, size: number, color = INK) => {
    for (const line of wrapped(text, face, size, fonts)) {
      put(MARGIN, line, face, size, color);
      y += size * 1.4;
    }
  };

  put(MARGIN, 'Appeal Vault emergency sheet', 'serif-bold', 22);
  y += 26;
  paragraph(`Vault “${basename(facts.folder)}”, number ${facts.vaultId.slice(0, 8)}`, 'sans-bold', 11);
  paragraph(`Printed from the app on ${facts.madeOn} (year-month-day).`, 'sans', 10, QUIET);
  y += 10;
  paragraph('Where the vault is', 'sans-bold', 11);
  paragraph(facts.folder, 'mono', 9.5);
  y += 12;
  paragraph('The 24 recovery words, in this order', 'sans-bold', 11);
  y += 8;
  const top = y;
  facts.words.forEach((word, index) => {
    // Three columns of eight, read downwards.
    y = top + (index % 8) * 22;
    const x = MARGIN + Math.floor(index / 8) * (COLUMN / 3);
    put(x, `${String(index + 1).padStart(2, '\u2007')}.`, 'sans', 11, QUIET);
    put(x + 26, word, 'mono', 13);
  });
  y = top + 8 * 22 + 12;
  paragraph('How to open the vault', 'sans-bold', 11);
  y += 2;
  for (const text of HOW_TO) {
    paragraph(text, 'sans', 10);
    y += 6;
  }
  y += 10;
  paragraph('Where I keep backups:  ______________________________________________', 'sans', 10);
  return { items };
}

/** Lines that fit the column; a word longer than a line, as folders have them, is cut. */
function wrapped(text: string, face: Face, size: number, fonts: Fonts): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => fonts.width(candidate, face, size) <= COLUMN;
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (!fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}
