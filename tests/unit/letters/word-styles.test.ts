// The ids of a letter's styles are their names without blanks: LibreOffice saves a Word file with ids made of the names.
import { expect, it } from 'vitest';
import { LETTER_STYLES } from '../../../electron/letters/word-styles.ts';
import { WORD_STYLES } from '../../../shared/letters/word/marks.ts';

it('styles survive a program that makes new ids of their names', () => {
  const styles = [...(LETTER_STYLES.paragraphStyles ?? []), ...(LETTER_STYLES.characterStyles ?? [])];
  const own = styles.filter(({ id }) => Object.values(WORD_STYLES).some((style) => style === id));
  expect(own).toHaveLength(Object.keys(WORD_STYLES).length);
  for (const { id, name } of own) expect(id).toBe(name?.replaceAll(' ', ''));
});
