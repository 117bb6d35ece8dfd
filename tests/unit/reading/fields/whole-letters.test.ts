// Whole letters and statements in layouts of their own (tests/fixtures/letters/layouts), each with what it says of the fields that are hardest to read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { fieldsOfText } from '../../../helpers/fields.ts';
import { sameToLawyer } from '../../../letters/same.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'letters', 'layouts');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

describe('whole letters', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const { kind, fields: truth } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
      kind: DocumentKind;
      fields: Partial<Fields>;
    };
    const { criteria_cited: rule, ...others } = truth;
    const read = fieldsOfText(text, kind);
    expect(read).toMatchObject(others);
    // "policy MED-221" and "MED-221" are one rule; which of both is given is learnt, and writers cut it both ways.
    if (rule !== undefined) expect(sameToLawyer('criteria_cited', read.criteria_cited, rule), rule).toBe(true);
  });
});
