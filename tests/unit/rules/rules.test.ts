// The rules data: complete, well formed, and loud when damaged.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadRules } from '../../../electron/core/rules.ts';
import { AppError } from '../../../shared/errors.ts';
import { PlanType, ReasonId } from '../../../shared/model/vocabulary.ts';
import { familyRule, planTypeRule, reasonRule, timeToDecide } from '../../../shared/rules/lookup.ts';
import { RESOURCES } from '../../helpers/labelled-papers.ts';

const rules = loadRules(RESOURCES);

it('knows every reason and every type of plan', () => {
  for (const id of ReasonId.options) expect(reasonRule(rules, id).checklist.length).toBeGreaterThan(1);
  for (const id of PlanType.options) expect(planTypeRule(rules, id).name).not.toBe('');
});

it('has a first appeal for every type of plan that federal law knows', () => {
  const without = PlanType.options.filter(
    (id) =>
      !rules.deadlines.some(
        (rule) => rule.planTypes.includes(id) && rule.follows.includes('initial-denial') && rule.statedApplies,
      ),
  );
  expect(without).toEqual(['short-term', 'unknown']);
});

it('ranks the steps of every family without gaps and says what starts each clock', () => {
  for (const planType of PlanType.options) {
    const ladder = rules.deadlines.filter((rule) => rule.planTypes.includes(planType) && rule.rank > 0);
    const open = ladder.filter((rule) => rule.follows.includes('initial-denial'));
    expect(open.length, planType).toBe(familyRule(rules, planType).contractOnly === undefined ? 1 : 0);
    for (const rule of ladder) expect(rule.startedBy).not.toBe('');
  }
});

it('gives a time to decide for whatever is filed with a plan', () => {
  for (const rule of rules.deadlines.filter((each) => each.step === 'internal-appeal')) {
    expect(rule.decisions.length, rule.id).toBeGreaterThan(0);
    expect(timeToDecide(rule, 'post-service'), rule.id).toMatch(/^\d+ days$/);
  }
});

it('gives every legal sentence a citation, and ties laws about employer plans to employer plans', () => {
  for (const text of rules.standing) {
    const legal = /\b(CFR|U\.S\.C\.|ERISA)\b/.test(`${text.text} ${text.citation ?? ''}`);
    if (legal) expect(text.planTypes).not.toContain('unknown');
    if (/^(29 CFR 2560|ERISA)/.test(text.citation ?? '')) expect(text.planTypes).toEqual(['erisa-self-funded']);
    if (text.citation === undefined) expect(text.source).toContain('plain request');
  }
});

it('marks as verified only what names a source that was read', () => {
  for (const rule of rules.deadlines.filter((each) => each.trust === 'verified')) expect(rule.source).toMatch(/read/);
});

it('refuses a missing or damaged file with one plain error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    expect(() => loadRules(folder)).toThrow(AppError);
    cpSync(join(RESOURCES, 'rules'), join(folder, 'rules'), { recursive: true });
    cpSync(join(RESOURCES, 'letters'), join(folder, 'letters'), { recursive: true });
    expect(loadRules(folder).deadlines.length).toBe(rules.deadlines.length);
    const file = join(folder, 'rules', 'deadlines.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"receipt"', '"someday"'));
    expect(() => loadRules(folder)).toThrow(AppError);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
