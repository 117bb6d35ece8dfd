// Service packs: which fit a denial and why, and that their data names its sources, its codes and what speaks against the service.
import { describe, expect, it } from 'vitest';
import { fittingPacks } from '../../../shared/cases/services/packs.ts';
import { packsOf } from '../../../shared/cases/services.ts';
import { caseOf, paper, RULES, samplePapers } from '../../helpers/cases.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

const fits = (number: number) => {
  const papers = labelledPapers([number]);
  return fittingPacks(caseOf(papers), papers, RULES).map(({ pack, variant }) => `${pack.id}/${variant}`);
};

describe('which packs fit', () => {
  it.each([
    [1, ['ketamine/iv-ketamine']],
    [11, ['ketamine/esketamine']],
    [12, ['ketamine/iv-ketamine']],
    [13, ['ketamine/iv-ketamine']],
    [14, ['lumbar-mri/lumbar-mri']],
    [15, ['emergency-visit/emergency-visit']],
    [16, []],
    [19, []],
    [22, []],
  ])('paper %i', (number, packs) => {
    expect(fits(number)).toEqual(packs);
  });

  it('is told with the words of the denial', () => {
    const papers = samplePapers();
    const [found] = fittingPacks(caseOf(papers), papers, RULES);
    expect(found!.why.join(' ')).toContain('J3490');
    expect(found!.source!.documentId).toBe(papers[0]!.document.id);
  });

  it('is not fooled by a treatment that should have been tried first', () => {
    const denial = paper(
      1,
      'denial-letter',
      'We cannot cover the implant. It is not medically necessary without a course of transcranial magnetic stimulation.',
      { reasons: { 'medical-necessity': 'not medically necessary' } },
    );
    expect(fittingPacks(caseOf([denial]), [denial], RULES)).toEqual([]);
  });

  it('leaves a weak code alone without a word', () => {
    const denial = paper(1, 'denial-letter', 'Code J3490 was denied. It is not medically necessary.', {
      reasons: { 'medical-necessity': 'not medically necessary' },
      fields: { codes: { cpt_hcpcs: ['J3490'], icd10: [], carc: [], rarc: [] } },
    });
    expect(fittingPacks(caseOf([denial]), [denial], RULES)).toEqual([]);
  });
});

describe('what the window shows', () => {
  const papers = samplePapers();
  const [pack] = packsOf({ case: caseOf(papers), documents: papers, rules: RULES });

  it('keeps to the form of the service that was denied', () => {
    expect(pack!.name).toBe('Ketamine by vein or injection');
    const cites = pack!.literature.map(({ cite }) => cite).join('\n');
    expect(cites).toContain('Anand');
    expect(cites).not.toContain('TRANSFORM-2');
    expect(pack!.asks.some(({ what }) => /REMS/.test(what))).toBe(false);
  });

  it('shows what speaks against it beside what supports it', () => {
    const stances = new Set(pack!.literature.map(({ stance }) => stance));
    expect(stances).toEqual(new Set(['supports', 'mixed', 'adverse']));
  });
});

describe('the data', () => {
  it.each(RULES.services.map((pack) => [pack.id, pack] as const))('%s names its sources', (_, pack) => {
    const entries = [...pack.codes, ...pack.payerCriteria, ...pack.literature, ...pack.statements];
    for (const { trust, source, checkedOn } of entries) {
      expect(checkedOn).toMatch(/^2026-/);
      if (trust === 'verified') expect(source).toMatch(/\bread\b/);
    }
    for (const entry of [...pack.literature, ...pack.statements, ...pack.payerCriteria])
      if (entry.variant !== undefined) expect(pack.variants.map(({ id }) => id)).toContain(entry.variant);
    for (const { says, stance } of pack.statements) expect(`${says} ${stance}`).toMatch(/\.\s\w+$/);
    expect([...pack.literature, ...pack.statements].some(({ stance }) => stance === 'adverse')).toBe(true);
  });

  it('uses no item of evidence twice, not even beside the checklists of reasons', () => {
    const items = RULES.services.flatMap((pack) => pack.evidence.map(({ item }) => item));
    const own = new Set(RULES.reasons.flatMap(({ checklist }) => checklist.map(({ item }) => item)));
    expect(new Set(items).size).toBe(items.length);
    expect(items.filter((item) => own.has(item))).toEqual([]);
  });
});
