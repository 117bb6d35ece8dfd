// What the user types as an FTS5 expression, and identifiers in both spellings.
import { describe, expect, it } from 'vitest';
import { locateIdentifier, squeezedIdentifiers } from '../../../electron/vault/identifiers.ts';
import { searchExpression } from '../../../electron/vault/search-query.ts';

describe('a query', () => {
  it('asks for every word, the last as a beginning', () => {
    expect(searchExpression('medical nec')?.match).toBe('"medical" AND "nec"*');
  });

  it('keeps quoted words together, and takes an open quote as one that is still being typed', () => {
    expect(searchExpression('"not medically necessary" appeal ')?.match).toBe(
      '"not medically necessary" AND "appeal"*',
    );
    expect(searchExpression('"not medically nec')?.match).toBe('"not medically nec"*');
  });

  it('takes operators and signs of the query language as text', () => {
    expect(searchExpression('NEAR(a b)')?.match).toBe('"NEAR(a" AND "b)"*');
    expect(searchExpression('body:x OR y')?.match).toBe('"body:x" AND "OR" AND "y"*');
  });

  it('is nothing when there is no letter and no digit', () => {
    for (const empty of ['', '   ', '"', '""', '*', '- ( ) :', '\u0000\u0001'])
      expect(searchExpression(empty)).toBeUndefined();
  });

  it('also looks for an identifier squeezed', () => {
    const expression = searchExpression('QHA 4471 90362-01');
    expect(expression?.identifiers).toContain('qha44719036201');
    expect(expression?.match).toContain('("qha44719036201"*)');
    expect(searchExpression('claim QHA 4471 90362-01 denied')?.match).toContain(
      '("claim" AND "denied"* AND "qha44719036201")',
    );
  });
});

describe('an identifier', () => {
  it('is squeezed with all its parts', () => {
    const squeezed = squeezedIdentifiers('Member ID: QHA 4471 90362-01, group 88-1203');
    for (const part of ['qha44719036201', '447190362', '44719036201', '881203']) expect(squeezed).toContain(part);
  });

  it('is not made of ordinary words', () => {
    expect(squeezedIdentifiers('We have denied your request for coverage')).toEqual([]);
  });

  it('is found again in the text it came from', () => {
    const text = 'Member ID: QHA 4471 90362-01.';
    const place = locateIdentifier(text, 'qha44719036201');
    expect(place && text.slice(place.from, place.to)).toBe('QHA 4471 90362-01');
    expect(locateIdentifier(text, 'qha4471x')).toBeUndefined();
  });
});
