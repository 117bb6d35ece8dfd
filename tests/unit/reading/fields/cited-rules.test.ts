// Forms in which letters cite the rule they rest on, in sentences of our own wording.
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../helpers/fields.ts';

describe('the rule a decision rests on', () => {
  it.each([
    ['The local determination (L39801) asks for aching that lasts, which is not met.', 'L39801'],
    ['The stay was not covered under 42 CFR 409.31 to 409.35.', '42 CFR 409.31 to 409.35'],
    ['We applied the ASAM Criteria, fourth edition, and they are not met.', 'ASAM Criteria, fourth edition'],
    ['The request does not meet Tarn Criteria Set JK-14.', 'Tarn Criteria Set JK-14'],
    ['It is not covered under Tarn Dental Manual 6.4.', 'Tarn Dental Manual 6.4'],
    ['The braces were denied: the HLD Index was not met.', 'HLD Index'],
  ])('"%s"', (text, rule) => {
    const { criteria_cited } = fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${text}\n`);
    expect(criteria_cited).toBe(rule);
  });

  it('is told without the heading it runs into', () => {
    const text = 'REASON\nTarn Medical Policy RAD-031 lists the tumors we pay for, and yours is not covered.';
    expect(fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${text}\n`).criteria_cited).toBe(
      'Tarn Medical Policy RAD-031',
    );
  });
});
