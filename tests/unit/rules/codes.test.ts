// Codes in plain words, however they are printed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeSystem, decode } from '../../../shared/rules/codes.ts';
import { RULES } from '../../helpers/cases.ts';
import { READING_RULES } from '../../helpers/reading.ts';

const tables = { codes: READING_RULES.codes, meanings: RULES.codeMeanings };
const SYSTEMS: readonly CodeSystem[] = ['group', 'carc', 'rarc', 'cpt_hcpcs', 'icd10', 'place'];

describe('decode', () => {
  it('reads an adjustment code with its group', () => {
    const found = decode('carc', 'co-197', tables);
    expect(found).toMatchObject({ code: '197', reason: 'prior-authorization-missing', group: { pays: 'provider' } });
    expect(decode('carc', 'PR 045', tables)).toMatchObject({ code: '45', group: { code: 'PR', pays: 'patient' } });
    expect(decode('carc', '95', tables)?.reason).toBeUndefined();
  });

  it('reads remarks, procedures, diagnoses, groups and places', () => {
    expect(decode('rarc', 'N864', tables)?.meaning).toContain('No Surprises Act');
    expect(decode('rarc', 'n115', tables)?.reason).toBe('medical-necessity');
    expect(decode('cpt_hcpcs', '99213-25', tables)?.meaning).toContain('Office visit');
    expect(decode('cpt_hcpcs', 'J3490', tables)?.trust).toBe('verified');
    expect(decode('icd10', 'F332', tables)).toMatchObject({ code: 'F33.2' });
    expect(decode('icd10', 'G90.522', tables)).toMatchObject({ code: 'G90.522', family: true });
    expect(decode('group', 'PR', tables)?.meaning).toContain('you owe');
    expect(decode('place', '11', tables)?.meaning).toContain('office');
  });

  it('knows nothing of what stands in no list', () => {
    for (const code of ['', '9999', 'XX-1', 'toString', '__proto__', 'constructor'])
      for (const system of SYSTEMS) expect(decode(system, code, tables)).toBeUndefined();
  });

  it('never throws, and what it gives has words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SYSTEMS), fc.string({ maxLength: 8 }), (system, code) => {
        const found = decode(system, code, tables);
        if (found !== undefined) expect(found.meaning.length).toBeGreaterThan(3);
      }),
    );
  });
});
