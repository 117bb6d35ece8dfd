// Who treated, asked or bills.
import { type Cell, flowOf } from '../paper.ts';
import { bareName } from './bare-name.ts';
import { chiefHouse, rowHouses } from './claim-rows.ts';
import type { Candidate, Pick } from './collect.ts';
import { CREDENTIAL, HOUSE, isHouse, letterheadName, organisationOf, PRACTICE } from './houses.ts';
import { labelled } from './labels.ts';
import { memberCandidate } from './member.ts';
import { isOpen, type Sheet, unitOf } from './sheet.ts';
import { statementHouse } from './statement-houses.ts';

const REFUSED = /\b(?:denied|not paid|not covered|not approved|not certified|refused|declined|no payment|unpaid)\b/i;

/** The provider of the paper, by the first of: the letterhead of a bill, the signer of a letter, a label, a table, the text. */
export function providerCandidate(sheet: Sheet): Candidate | undefined {
  const found = asPrinted(sheet);
  return found === undefined ? undefined : bareName(fullName(sheet, found));
}

function asPrinted(sheet: Sheet): Candidate | undefined {
  const { kind, paper } = sheet;
  if (kind === 'bill' || kind === 'receipt') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.85, why: 'is the letterhead' };
  }
  if (kind === 'letter-of-medical-necessity') {
    const signer = sheet.grid.flat().findLast((cell) => CREDENTIAL.test(cell.text) && cell.tokens.length <= 7);
    if (signer !== undefined) return whole(signer, 0.8, 'signed the letter');
  }
  const named = labelledProviders(sheet);
  // A statement of several providers' claims has no one provider.
  if (kind === 'eob' && new Set(named.filter((item) => item.rank === 0).map((item) => plain(item))).size > 1)
    return undefined;
  const strong = named.find((item) => item.rank <= 2);
  if (strong !== undefined) return strong.candidate;
  const addressed = kind === 'denial-letter' ? doctorAddressed(sheet) : undefined;
  const [first] = named;
  // The hospital a letter goes to comes before its attending physician, whoever asked before the one who delivers.
  const before =
    first === undefined || first.rank < ATTENDING
      ? undefined
      : first.rank === ATTENDING
        ? providerAddressed(sheet)
        : first.rank > ATTENDING + 1
          ? askedFor(sheet)
          : undefined;
  const found = addressed ?? before ?? first?.candidate ?? (kind === 'eob' ? undefined : besideClaim(sheet));
  if (found !== undefined) return found;
  if (kind === 'medical-record') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.75, why: 'is the letterhead' };
  }
  return (
    ofStatement(sheet) ??
    (kind === 'eob' ? undefined : tableProvider(sheet)) ??
    rowProvider(sheet) ??
    providerAddressed(sheet) ??
    clinicianAddressed(sheet) ??
    inBracket(sheet) ??
    proseProvider(sheet) ??
    mostMentioned(sheet)
  );
}

/** The beginning of a house's name ("Stepping Stone") as the paper prints it in full elsewhere ("Stepping Stone Behavior Partners"). */
function fullName(sheet: Sheet, found: Candidate): Candidate {
  const { value } = found;
  if (typeof value !== 'string' || value.split(' ').length > 3 || HOUSE.test(value) || CREDENTIAL.test(value))
    return found;
  for (const cell of sheet.grid.flat()) {
    const at = cell.text.indexOf(`${value} `);
    if (at < 0) continue;
    const name =
      /^\p{Lu}[\p{L}'&.-]*(?: (?:\p{Lu}[\p{L}'&.-]*|&|of|and))+/u
        .exec(cell.text.slice(at))?.[0]
        .replace(/(?: (?:&|of|and))+$/, '') ?? '';
    if (
      name.length > value.length &&
      name.split(' ').length <= 7 &&
      isHouse(name) &&
      (HOUSE.test(name) || PRACTICE.test(name))
    )
      return { ...found, value: name, piece: cell, from: at, to: at + name.length };
  }
  return found;
}

/** The rank of the labels for attending physicians, behind those for facilities. */
const ATTENDING = 4;

function isTable(sheet: Sheet, index: number): boolean {
  return [index, index + 1, index + 2].some((at) => sheet.zones[at] === 'table');
}

interface Named {
  readonly rank: number;
  readonly candidate: Candidate;
}

function plain(item: Named): string {
  return String(item.candidate.value)
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
}

function labelledProviders(sheet: Sheet): Named[] {
  return labelled(
    sheet,
    sheet.labels.byField.provider,
    (zone, line) => zone !== 'taglines' && zone !== 'legend' && zone !== 'rights' && line.page <= 1,
  ).flatMap((item) => {
    const value = organisationOf(item);
    if (value === undefined) return [];
    // A chart is its clinician's; an attending physician of a hospital and hospitals of the history are not meant.
    if (sheet.kind === 'medical-record' && (item.rank === 3 || item.rank === ATTENDING)) return [];
    if (item.tie === 'below' && isTable(sheet, item.line + 1)) return [];
    // "From: February 9", "With: kind regards": the widest labels need a house or a clinician beside them.
    if (
      /^(?:from|with|where|to|your care|office|by)\b/.test(item.label) &&
      !HOUSE.test(String(value.value)) &&
      !CREDENTIAL.test(String(value.value)) &&
      sheet.kind !== 'correspondence'
    )
      return [];
    const why = `stands beside "${item.label.replace(/[:.]+$/, '')}"`;
    return [{ rank: item.rank, candidate: { ...value, confidence: 0.9, why } }];
  });
}

function whole(cell: Cell, confidence: number, why: string): Candidate {
  return { field: 'provider', value: cell.text, piece: cell, from: 0, to: cell.text.length, confidence, why };
}

/** The column of providers in the table of a letter: the first one refused. */
function tableProvider(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const head =
      cells.length < 3
        ? undefined
        : cells.find(
            (cell) =>
              /^(?:(?:your )?provider|doctor|facility|pharmacy|clinician|practice|billed by|who (?:billed|you saw)|seen by)\b/.test(
                cell.lower,
              ) && cell.tokens.length <= 6,
          );
    if (head === undefined || !isOpen(sheet, index)) continue;
    const rows = sheet.paper.lines.slice(index + 1, index + 40).flatMap((line, step) => {
      const row = sheet.grid[index + 1 + step] ?? [];
      const cell = row.find((other) => Math.abs(other.left - head.left) < 3 * unitOf(head));
      return cell !== undefined &&
        row.length >= 3 &&
        cell.tokens.length > 1 &&
        /^\p{Lu}/u.test(cell.text) &&
        isHouse(cell.text)
        ? [{ line, cell }]
        : [];
    });
    const row = rows.find((other) => REFUSED.test(other.line.text)) ?? rows[0];
    if (row !== undefined && !/\d{4}/.test(row.cell.text)) return whole(row.cell, 0.7, 'stands in the provider column');
  }
  return undefined;
}

/** The house a statement is about, by all that stands around the names on it. */
function ofStatement(sheet: Sheet): Candidate | undefined {
  const found = sheet.kind === 'eob' ? statementHouse(sheet) : undefined;
  if (found === undefined) return undefined;
  const { value, cell, alone } = found;
  // Where each claim of a statement is another's, the one named most stands for them, to be checked.
  return {
    field: 'provider',
    value,
    piece: cell,
    from: 0,
    to: value.length,
    confidence: alone ? 0.6 : 0.45,
    why: 'is named with the claims of the statement',
  };
}

/** The house of the rows of claims in a letter: the one refused. */
function rowProvider(sheet: Sheet): Candidate | undefined {
  const row = sheet.kind === 'denial-letter' ? chiefHouse(rowHouses(sheet)) : undefined;
  if (row === undefined) return undefined;
  const { value, cell } = row;
  return {
    field: 'provider',
    value,
    piece: cell,
    from: 0,
    to: value.length,
    confidence: 0.6,
    why: 'stands in a row of claims',
  };
}

/** "Claims: 26B-110883 (St. Brannoc Hospital, $23,417.50)". */
function besideClaim(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.claim_numbers)) {
    const hit = /^[A-Z0-9 /-]*\d[A-Z0-9-]*\s*[(,]\s*(\p{Lu}[\p{L}.'&]+(?: [\p{L}.'&]+){1,6}?)(?=[,)])/u.exec(
      item.piece.text.slice(item.from, item.to),
    );
    if (hit?.[1] === undefined || !isHouse(hit[1]) || !HOUSE.test(hit[1])) continue;
    const from = item.from + hit[0].indexOf(hit[1]);
    return {
      field: 'provider',
      value: hit[1],
      piece: item.piece,
      from,
      to: from + hit[1].length,
      confidence: 0.7,
      why: 'is named with the claim',
    };
  }
  return undefined;
}

/** "(claims 5071-883-2 and 5071-884-0; July 2, 2025; Cape Merrow Audiology; $1,240.00)": a house in a bracket about claims. */
function inBracket(sheet: Sheet): Candidate | undefined {
  const flow = flowOf(sheet.paper.lines.filter((line, index) => isOpen(sheet, index) && !line.running));
  for (const hit of flow.text.matchAll(/\((?:[^()]{0,60}\b)?(?:[Cc]laims?|[Bb]ills?)\b[^()]{4,240}\)/g)) {
    for (const part of hit[0].matchAll(/[^();,]+/g)) {
      const value = part[0].trim();
      const from = hit.index + part.index + part[0].indexOf(value);
      if (practiceAt(value) === value || (PRACTICE.test(value) && isHouse(value) && value.split(' ').length >= 2))
        return { ...prose(flow, value, from), confidence: 0.6, why: 'is named with the claims' };
    }
  }
  return undefined;
}

/** A letter that greets a provider is addressed to one: the house above the street. */
function providerAddressed(sheet: Sheet): Candidate | undefined {
  const { lines } = sheet.paper;
  const greeted = lines.some((line) =>
    /^(?:dear (?:provider|doctor|dr\b|colleague|health care|practice|billing)|to the (?:patient accounts|billing|medical records))/i.test(
      line.text.trim(),
    ),
  );
  for (const [index, cells] of sheet.grid.slice(0, 24).entries()) {
    for (const cell of cells) {
      const to = /^(?:TO:?\s+)/i.exec(cell.text)?.[0].length ?? 0;
      const before = cells[cells.indexOf(cell) - 1]?.lower ?? '';
      const address = sheet.grid
        .slice(index + 1, index + 5)
        .some((row) => row.some((other) => /\b[A-Z]{2}\s+\d{5}\b/.test(other.text)));
      const labelledTo = to > 0 || /^to:?$/.test(before);
      if (!labelledTo && (index < 3 || cells.indexOf(cell) > 0)) continue;
      const text = cell.text.slice(to);
      const value = /^\p{Lu}[^,;:(]*(?:,? (?:LLC|PLLC|Inc|P\.A|P\.C)\.?)?/u.exec(text)?.[0].trim() ?? '';
      // Without such a greeting the addressee must be a practice or a hospital by its name, with an "Attn" below it.
      const attended = [index - 1, index + 1].some((at) =>
        sheet.grid[at]?.some((other) => /^(?:attn|attention)\b/i.test(other.text)),
      );
      // "Dear Saint Odile Business Office": the greeting names it.
      const named = lines.some(
        (line) =>
          /^(?:dear|to) /i.test(line.text) &&
          value.split(' ').length >= 2 &&
          line.lower.includes(` ${value.toLowerCase().split(' ').slice(0, 2).join(' ')}`),
      );
      if (!greeted && !named && !(attended && practiceAt(text) !== undefined)) continue;
      if (
        !address ||
        value.split(' ').length < 2 ||
        !(HOUSE.test(value) || PRACTICE.test(value)) ||
        !isHouse(value) ||
        /\d/.test(value)
      )
        continue;
      return {
        field: 'provider',
        value,
        piece: cell,
        from: to,
        to: to + value.length,
        confidence: 0.7,
        why: 'is the provider the letter is addressed to',
      };
    }
  }
  return undefined;
}

/** The clinician an address block begins with, where the letter greets a doctor. */
function clinicianAddressed(sheet: Sheet): Candidate | undefined {
  if (!sheet.paper.lines.some((line) => /^dear dr\b/i.test(line.text.trim()))) return undefined;
  // A doctor may be the patient.
  const member = memberCandidate(sheet)?.value;
  for (const [index, cells] of sheet.grid.slice(2, 20).entries()) {
    const address = sheet.grid
      .slice(index + 3, index + 7)
      .some((row) => row.some((cell) => /\b[A-Z]{2}\s+\d{5}\b/.test(cell.text)));
    for (const cell of address ? cells.slice(0, 1) : []) {
      const lead = /^dr\.?\s+/i.exec(cell.text)?.[0].length ?? 0;
      const value =
        CLINICIAN.exec(cell.text.slice(lead))?.[1] ??
        (lead > 0 ? /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}$/u.exec(cell.text.slice(lead))?.[0] : undefined);
      if (value !== undefined && value !== member)
        return {
          field: 'provider',
          value,
          piece: cell,
          from: lead,
          to: lead + value.length,
          confidence: 0.65,
          why: 'is the clinician the letter is addressed to',
        };
    }
  }
  return undefined;
}

const NAME = "(?:Dr\\. )?(\\p{Lu}[\\p{L}'.&-]*(?:,? (?:\\p{Lu}[\\p{L}'.&-]*|&|and|of|for|the))*)";
const PROSE = [
  new RegExp(
    `\\b(?:claims?|bills?|charges?|one|first|second|other|invoice)(?:,[^;]{1,30}?,)? (?:is|are|was|were|came|comes|come)(?: to us)? (?:from|sent by) ${NAME}`,
    'gu',
  ),
  new RegExp(
    `\\b(?:request(?:ed)? (?:from|by)|ordered by|prescribed by|(?:[Cc]laims?|[Bb]ills?|[Ii]nvoices?|[Ss]tatements?) of|(?:[Rr]equests?|[Cc]laims?|[Bb]ills?|[Oo]rders?|[Rr]eferrals?|[Ff]orms?|[Ii]nvoices?) (?:which (?:was|were) )?(?:submitted|sent|filed|made|placed|faxed)(?: in| to us)? by|(?:[Ss]ervices?|[Cc]are|[Tt]reatment|[Tt]ests?|[Tt]herapy|[Ss]upplies|[Ee]quipment) (?:rendered|performed|furnished|given|supplied|delivered|done) (?:by|at)|services? (?:of|by|from|provided by|received (?:at|from))|claims? (?:from|submitted by|sent by)|bills? (?:from|sent by)|(?:care|operation|surgery|procedure|evaluation|test|study) by|(?:spent|stayed|nights?|days?|hours?) (?:at|in)|(?:to pay|paying|payment to|reimburse|reimbursing)(?: for)?|provided by|performed (?:by|at)|treat(?:ment|ed) (?:at|by)|authorized at|spoke to|(?:requests?|orders?|claims?|bills?) came (?:to us )?from|(?:visits?|stay|admission|care(?: you)?(?: received| had| got)?|admitted|trip|went|treatment|sessions?) (?:to|at|from|by|with)|(?:in|to) the (?:hospital|emergency (?:room|department)) (?:at|of)|seen (?:at|by)|surgery (?:at|by|with))\\s+${NAME}`,
    'gu',
  ),
  new RegExp(
    `\\b[Yy]our (?:treating |attending |primary care )?(?:doctor|provider|prescriber|surgeon|physician|therapist|psychiatrist|oncologist|specialist|dentist|nurse practitioner|hospital),? ${NAME}`,
    'gu',
  ),
  new RegExp(
    `\\b${NAME},?(?: \\([^)]{3,50}\\),?)? (?:(?:has |had )?(?:asked|requested|sent|submitted|ordered|prescribed|billed|charged)|(?:flew|drove|took|transported|carried|treated|tested|fitted|admitted|operated on) (?:you|your|the patient|him|her)\\b|(?:wishes|wants|plans|proposes|intends|would like|hopes|asks|requests) to|(?:is )?(?:asking|requesting) (?:us|for|to))\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:which|that|what|services?|operation|surgery|procedure) ${NAME},? (?:did|does|gave|performed|provided|carried out|placed|delivered|would do|would perform)\\b`,
    'gu',
  ),
];

const ASKED = [
  new RegExp(`\\b(?:request(?:ed)? (?:from|by)|ordered by|prescribed by) ${NAME}`, 'gu'),
  new RegExp(`\\b${NAME},? (?:asked|requested|ordered|prescribed)\\b`, 'gu'),
];

/** "a request from Summit Spring Pain & Mood, LLC". */
function proseProvider(sheet: Sheet, patterns: readonly RegExp[] = PROSE): Candidate | undefined {
  const flow = flowOf(
    sheet.paper.lines.filter(
      (line, index) =>
        isOpen(sheet, index) &&
        sheet.zones[index] !== 'rights' &&
        sheet.zones[index] !== 'letterhead' &&
        !line.running &&
        line.cells.length < 4,
    ),
  );
  for (const pattern of patterns) {
    for (const hit of flow.text.matchAll(pattern)) {
      const value = clean(hit[1] ?? '', /\bDr\. $/.test(hit[0].slice(0, hit[0].indexOf(hit[1] ?? ''))));
      if (value.split(' ').length < 2 || value.split(' ').length > 9 || !isProvider(value)) continue;
      return prose(flow, value.replace(/,$/, ''), hit.index + hit[0].indexOf(value));
    }
  }
  return undefined;
}

/** A name as a sentence prints it, without what the sentence goes on with; `doctor` where "Dr." led to it. */
function clean(text: string, doctor: boolean): string {
  const value = (
    text.split(
      /(?<=\p{Ll}{3})\. |,? (?:for|at|of) (?=Dr\b|You)|, (?:for|in|on|at|and) | (?:for|on|of|from) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/u,
    )[0] ?? text
  )
    .replace(PERSON_AND_HOUSE, '$1')
    .replace(/(?:[.,]*\s+(?:and|of|for|the|by|at))*[.,]*$/, '')
    .replace(/\b(P\.[AC]|L\.L\.C|Inc|Co)$/, (end) => (text.includes(`${end}.`) ? `${end}.` : end));
  return doctor ? value.replace(/(?:,(?! (?:MD|DO|NP|PhD|PA|DPM|DDS|DMD|DC|OD)\b)| of | and | at ).*$/, '') : value;
}

/** "Bettina Reyes, MD, of Cottonwood Spine Associates". */
const PERSON_AND_HOUSE =
  /^(\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PA|PMHNP|FNP|PhD|DPM|OD|DDS|DMD|DC|LCSW|LPC)),? (?:(?:of|at|with|from) )?\p{Lu}.*$/u;

/** Whoever asked for what is decided, named in a sentence. */
function askedFor(sheet: Sheet): Candidate | undefined {
  const found = proseProvider(sheet, ASKED);
  return found === undefined || !CREDENTIAL.test(String(found.value)) ? undefined : found;
}

const MENTION =
  /\bDr\. (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){0,2})|\b(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}),? (?:MD|DO|NP|PA|PMHNP|FNP|PhD|PsyD|DPM|OD|DDS|DMD|DC|LCSW|LPC|LMFT|BCBA|PT|DPT)\b|\b((?:\p{Lu}[\p{L}'&.-]*|of|and|&)(?: (?:\p{Lu}[\p{L}'&.-]*|of|and|&)){1,5})/gu;
/** Words around those who only judged, advised or wrote. */
const BYSTANDER =
  /\b(?:review(?:er|ed by|ing)|medical director|board[- ]certified|panel|examiner|pcp|primary care|family (?:doctor|physician)|pediatrician|second opinion|another|other|in support|appeals?|department|commissioner|in[- ]network|openings?|available|instead)\b/;
const ACTS =
  /\b(?:ask\w*|request\w*|order\w*|prescrib\w*|perform\w*|operat\w*|treat\w*|surgery|procedure|bill\w*|claims?|charg\w*|visits?|stay|admitted|admission|session\w*|recommend\w*|plans?|deliver\w*)\b/;

/** Where no phrase tells: the clinician or house the body names most often beside what was done, not those who judged it. */
function mostMentioned(sheet: Sheet): Candidate | undefined {
  if (!['denial-letter', 'prior-authorization', 'correspondence'].includes(sheet.kind)) return undefined;
  const flow = flowOf(
    sheet.paper.lines.filter(
      (line, index) =>
        !['rights', 'taglines', 'reference', 'letterhead', 'legend'].includes(sheet.zones[index] ?? 'body') &&
        !line.running,
    ),
  );
  const named = new Map<string, { value: string; from: number; score: number }>();
  for (const hit of flow.text.matchAll(MENTION)) {
    const value = (hit[1] ?? hit[2] ?? hit[3] ?? '')
      .replace(/(?:[.,]*\s+(?:and|of|&))*[.,]*$/, '')
      .replace(/^(?:(?:of|and|&|At|In|On|The|From) )+/, '');
    if (value === '' || !isProvider(value)) continue;
    if (hit[3] !== undefined && (practiceAt(value) === undefined || sheetNames(sheet, value))) continue;
    const around = flow.lower.slice(Math.max(0, hit.index - 70), hit.index + hit[0].length + 60);
    const key = hit[3] === undefined ? (value.split(' ').at(-1) ?? value) : value;
    const known = named.get(key);
    const score = (BYSTANDER.test(around) ? -0.5 : 0.5) + (ACTS.test(around) ? 1 : 0);
    const better = known === undefined || value.length > known.value.length;
    named.set(key, {
      value: better ? value : known.value,
      from: better ? hit.index + hit[0].indexOf(value) : known.from,
      score: (known?.score ?? 0) + score,
    });
  }
  const [best] = [...named.values()]
    .filter((one) => one.value.includes(' '))
    .sort((a, b) => b.score - a.score || a.from - b.from);
  return best === undefined || best.score < 1.5
    ? undefined
    : { ...prose(flow, best.value, best.from), confidence: 0.45, why: 'is named most often beside what was done' };
}

/** The payer's own name is no provider. */
function sheetNames(sheet: Sheet, value: string): boolean {
  const head = sheet.paper.lines
    .slice(0, 4)
    .map((line) => line.lower)
    .join(' ');
  return head.includes(value.toLowerCase().split(' ').slice(0, 2).join(' '));
}

function isProvider(value: string): boolean {
  return !/^(?:You|We|Your|The|Our|This|That|In|On|If|When|Medicare|Section|January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:Plan|Insurance|Appeals?|Department|Form|Providers?|GLANCE)\b/.test(
    value,
  );
}

function prose(piece: Pick['piece'], value: string, from: number): Candidate {
  return {
    field: 'provider',
    value,
    piece,
    from,
    to: from + value.length,
    confidence: 0.65,
    why: 'is named as the one who asked or treated',
  };
}

const CLINICIAN = /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PMHNP|PA|PhD|DPM|FNP|OD|DC|DDS|DMD))\b/u;

/** "Renwick Surgical Associates, Attn: …": a practice, at the beginning of an address line. */
function practiceAt(text: string): string | undefined {
  const name = /^\p{Lu}[^,;:(]*(?:,? (?:LLC|PLLC|Inc|P\.A|P\.C)\.?)?/u.exec(text)?.[0].trim();
  return name !== undefined &&
    name.split(' ').length >= 2 &&
    isHouse(name) &&
    /\b(?:clinic|surg\w+|ortho\w+|associates|physicians|medical (?:group|center)|hospital|imaging|therapy|center|practice|cardiology|neurology|dermatology|oncology|psychiatry|pllc|spine)\b/i.test(
      name,
    ) &&
    !/\b(?:appeals?|plan|insurance|department|billing)\b/i.test(name)
    ? name
    : undefined;
}

function doctorAddressed(sheet: Sheet): Candidate | undefined {
  for (const cells of sheet.grid.slice(0, 12)) {
    for (const [at, cell] of cells.entries()) {
      const lead = /^to:?\s+/i.exec(cell.text)?.[0].length ?? 0;
      if (lead === 0 && !(at > 0 && /^to:?$/.test(cells[at - 1]?.lower ?? ''))) continue;
      const value = CLINICIAN.exec(cell.text.slice(lead))?.[1] ?? practiceAt(cell.text.slice(lead));
      if (value === undefined) continue;
      return {
        field: 'provider',
        value,
        piece: cell,
        from: lead,
        to: lead + value.length,
        confidence: 0.6,
        why: 'is a clinician named at the top',
      };
    }
  }
  return undefined;
}
