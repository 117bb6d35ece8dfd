// The pure reader: pages with words in, everything the paper says about itself out, each thing with its proof.
import type { FieldFinding, FieldName, Fields, Reading, Zone } from '../model/finding.ts';
import type { Page } from '../model/page.ts';
import type { AppealLevel, DocumentKind } from '../model/vocabulary.ts';
import { amounts } from './fields/amounts/amounts.ts';
import { appealLevel } from './fields/appeal-level.ts';
import { codeCandidates } from './fields/codes.ts';
import { type Candidate, findingOf } from './fields/collect.ts';
import { criteria } from './fields/criteria/criteria.ts';
import { deadline } from './fields/deadline.ts';
import { identifierCandidates } from './fields/identifiers/identifiers.ts';
import { letterDate } from './fields/letter-date.ts';
import { parties } from './fields/named/parties.ts';
import { planOfPayer } from './fields/plan-of-payer.ts';
import { appealRoute } from './fields/route.ts';
import { serviceDates } from './fields/service-dates/service-dates.ts';
import { sheetOf } from './fields/sheet.ts';
import { planType, titleOf } from './fields/terms.ts';
import { groundsOf } from './grounds.ts';
import { kindOf } from './kind.ts';
import { isNotice, noticeOf } from './notice/notice.ts';
import { type Paper, paperOf } from './paper.ts';
import { compileRules } from './patterns.ts';
import { usedCodes } from './remarks/used-codes.ts';
import type { ReadingRules } from './rules.ts';
import { sentencesOf } from './sentences.ts';
import { statedTimes } from './times/stated-times.ts';
import { zonesOf } from './zones.ts';

/** Rises whenever the reader says more or otherwise than before: older readings are then made anew. */
export const READER_VERSION = 21;

/**
 * Reads a paper: its kind, the reasons it gives (only for denial letters and benefit statements), its fields and its zones.
 * Pure and total: any pages give a reading, and what the paper does not state is absent. `kindByUser` is the kind the user set: the rest is
 * then read as in a paper of that kind.
 */
export function readDocument(pages: readonly Page[], rules: ReadingRules, kindByUser?: DocumentKind): Reading {
  const compiled = compileRules(rules);
  const paper = paperOf(pages);
  const zones = zonesOf(paper, compiled);
  const kind =
    kindByUser === undefined
      ? kindOf(paper, compiled)
      : { value: kindByUser, confidence: 1, why: ['You set this kind.'] };
  const sentences = sentencesOf(paper);
  const used = usedCodes(paper, zones);
  const reasons = groundsOf(paper, sentences, zones, kind.value, used, compiled);
  const sheet = sheetOf(paper, zones, kind.value, rules.labels);
  const dates = letterDate(sheet);
  const dated = dates[0]?.value;
  const letter = typeof dated === 'string' ? dated : undefined;
  const times = statedTimes(paper, sentences, zones, kind.value, rules);
  const level = appealLevel(paper, zones, kind.value);
  const identifiers = identifierCandidates(sheet);
  const named = parties(sheet, compiled.nameModel);
  const payer = named.find((item) => item.field === 'payer');
  const candidates: Array<Candidate | undefined> = [
    ...dates,
    ...identifiers,
    ...named,
    ...serviceDates(sheet, letter),
    ...amounts(sheet),
    ...codeCandidates(sheet, used, identifiers),
    planType(paper, zones, kind.value, compiled) ?? planOfPayer(kind.value, payer),
    ...deadline(paper, zones, kind.value, times, level?.value as AppealLevel | undefined, letter),
    ...appealRoute(paper, zones, kind.value, level?.value as AppealLevel | undefined),
    criteria(
      sheet,
      compiled.nameModel,
      reasons.map(({ reason, proof }) => ({ reason, quote: proof.quote })),
      identifiers.filter(({ field }) => field === 'member_id' || field === 'group_number'),
    ),
    level,
  ];
  const findings = candidates.flatMap((candidate) =>
    candidate === undefined ? [] : (findingOf(paper, candidate) ?? []),
  );
  const title = titleOf(paper);
  return {
    kind,
    ...(title === undefined ? {} : { title }),
    reasons,
    fields: fieldsOf(findings),
    findings,
    statedTimes: times,
    ...(isNotice(kind.value) && { notice: noticeOf(paper, sentences, zones, kind.value, reasons, compiled) }),
    zones: zoneRanges(paper, zones),
  };
}

const LISTS = new Set<FieldName>(['claim_numbers', 'dates_of_service']);

/** The fields as the command line prints them, from the findings. */
function fieldsOf(findings: readonly FieldFinding[]): Fields {
  const fields: Record<string, unknown> = {};
  const codes = { cpt_hcpcs: [] as string[], icd10: [] as string[], carc: [] as string[], rarc: [] as string[] };
  for (const finding of findings) {
    if (finding.field === 'codes') {
      if (finding.system !== undefined) codes[finding.system].push(String(finding.value));
    } else if (LISTS.has(finding.field)) {
      const list = fields[finding.field];
      fields[finding.field] = Array.isArray(list) ? [...list, finding.value] : [finding.value];
    } else fields[finding.field] ??= finding.value;
  }
  if (Object.values(codes).some((list) => list.length > 0)) fields.codes = codes;
  // Each candidate's value has the type of its field; the record is only untyped while it is filled.
  return fields as Fields;
}

function zoneRanges(paper: Paper, zones: readonly Zone[]): Reading['zones'] {
  const ranges: Reading['zones'] = [];
  paper.lines.forEach((line, index) => {
    const zone = zones[index] ?? 'body';
    const pageNumber = paper.pages[line.page]?.pageNumber ?? line.page + 1;
    const last = ranges.at(-1);
    if (last !== undefined && last.zone === zone && last.pageNumber === pageNumber && line.line >= last.toLine)
      last.toLine = line.line;
    else ranges.push({ pageNumber, fromLine: line.line, toLine: line.line, zone });
  });
  return ranges;
}
