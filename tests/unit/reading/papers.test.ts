// The labelled papers as a whole: kinds, reasons, and fields that say what the page says.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixture, readText } from '../../helpers/reading.ts';

const Truth = z.object({
  id: z.string(),
  type: z.string(),
  reasons: z.array(z.object({ id: z.string() })),
  fields: z.record(z.string(), z.unknown()),
});
const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'papers');
const truths = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => Truth.parse(JSON.parse(fixture(`papers/${name}`))));

describe.each(truths)('$id', (truth) => {
  const reading = readText(fixture(`papers/${truth.id}.txt`));

  it('is of its kind', () => {
    expect(reading.kind.value).toBe(truth.type);
  });

  it('states nothing that its proof does not say', () => {
    for (const finding of reading.findings) {
      if (typeof finding.value !== 'string' || /date/.test(finding.field)) continue;
      if (['plan_type', 'appeal_level', 'appeal_deadline_from'].includes(finding.field)) continue;
      const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
      expect(plain(finding.proof.quote)).toContain(plain(finding.value));
    }
  });
});

describe('the grounds of all labelled papers', () => {
  it('are read nearly without fault', () => {
    const pairs = truths.map((truth) => ({
      wanted: truth.reasons.map((reason) => reason.id),
      found: readText(fixture(`papers/${truth.id}.txt`)).reasons.map((finding) => finding.reason as string),
    }));
    const hits = pairs.flatMap(({ wanted, found }) => wanted.filter((id) => found.includes(id))).length;
    const all = pairs.flatMap(({ wanted, found }) => [...wanted, ...found]).length;
    expect((2 * hits) / all).toBeGreaterThanOrEqual(0.95);
  });
});
