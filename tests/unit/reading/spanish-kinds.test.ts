import { expect, it } from 'vitest';
import { fixture, readText } from '../../helpers/reading.ts';

const kindOf = (text: string) => readText(text).kind.value;

it('papers in Spanish are told by their titles and by how they say no', () => {
  expect(kindOf(fixture('spanish/mri-denial.txt'))).toBe('denial-letter');
  expect(kindOf(fixture('spanish/benefits-statement.txt'))).toBe('eob');
  const letter = fixture('spanish/mri-denial.txt').replace(/AVISO DE DETERMINACIÓN ADVERSA/, '');
  expect(kindOf(letter)).toBe('denial-letter');
  expect(kindOf(letter.replace(/hemos decidido no aprobar/, 'vamos a revisar'))).toBe('other');
  expect(readText(fixture('spanish/mri-denial.txt')).reasons).toEqual([]);
});

it('a letter in both languages is read by its English half', () => {
  expect(kindOf(fixture('spanish/both-languages.txt'))).toBe('denial-letter');
});
