// Values a page sets beside a label (“Plan: …”), and the block a letter is addressed to.

import type { Fact } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import { sameName } from './kinship.ts';
import { cellsOf, linesOf, proofOf, type Span } from './page-text.ts';

const PLAN = /^(?:health |benefit |name of )?plan(?: name)?$/i;
const SERVICE =
  /^(?:(?:requested |denied |type of )?(?:service|services|treatment|procedure|drug|medication|item|items)(?: requested| denied| or item)?|requested|request for)$/i;
const DENIED =
  /^(?:total )?(?:charges?|amounts?)? ?(?:not covered|denied|non-?covered|disallowed)(?: charges?| amounts?)?$|^(?:denied|non-?covered) (?:charges?|amounts?)$/i;

/** The plan's name, the service and the amount denied, where the paper sets them beside a label. */
export function labelledFacts(document: FullDocument): { planName?: Fact; service?: Fact; deniedAmount?: Fact } {
  const planName = labelled(
    document,
    PLAN,
    (value) => /[A-Za-z]{3}/.test(value) && !/^(ppo|hmo|epo|pos|hdhp|type)\b/i.test(value),
  );
  const service = labelled(document, SERVICE, (value) => /[A-Za-z]{4}/.test(value));
  const deniedAmount = labelled(document, DENIED, (value) => /^\$?\s?\d{1,3}(,?\d{3})*\.\d{2}$/.test(value));
  return {
    ...(planName && { planName }),
    ...(service && { service }),
    ...(deniedAmount && { deniedAmount: dollars(deniedAmount) }),
  };
}

function dollars(fact: Fact): Fact {
  return fact.value === undefined || fact.value.startsWith('$') ? fact : { ...fact, value: `$${fact.value}` };
}

function labelled(document: FullDocument, label: RegExp, fits: (value: string) => boolean): Fact | undefined {
  for (const page of document.pages) {
    for (const line of linesOf(page)) {
      const value = valueBeside(page, line, label);
      if (value === undefined || !fits(value.text)) continue;
      return {
        value: value.text,
        source: { documentId: document.document.id, proof: proofOf(page, value) },
        byUser: false,
      };
    }
  }
  return undefined;
}

/** The rest of the cell after “Label:”, or the next cell after a cell that is the label. */
function valueBeside(page: Page, line: Span, label: RegExp): Span | undefined {
  const cells = cellsOf(page, line);
  for (const [at, cell] of cells.entries()) {
    if (label.test(plainLabel(cell.text))) return cells[at + 1];
    const words = page.words.slice(cell.from, cell.to);
    const colon = words.findIndex((word) => word.text.endsWith(':'));
    if (colon < 0 || colon === words.length - 1) continue;
    const head = words
      .slice(0, colon + 1)
      .map((word) => word.text)
      .join(' ');
    if (!label.test(plainLabel(head))) continue;
    const from = cell.from + colon + 1;
    return {
      from,
      to: cell.to,
      text: words
        .slice(colon + 1)
        .map((word) => word.text)
        .join(' '),
    };
  }
  return undefined;
}

function plainLabel(text: string): string {
  return text.replace(/[\s.:]+$/, '').trim();
}

const CITY_STATE_ZIP = /,? [A-Z]{2}\.? +\d{5}(-\d{4})?$/;
const STREET = /^(\d+[A-Za-z]?\s|p\.?\s?o\.?\s?box|apt|unit|rr\s|suite|#)/i;
/** Lines of an address after the name, at most. */
const ADDRESS_LINES = 4;

/**
 * The member's address, when a page shows it as an address block: the member's name, then lines down to a city, state and ZIP code,
 * with a street or post-office line among them. Undefined when the page does not prove it.
 */
export function addresseeBlock(document: FullDocument, memberName: string): Fact | undefined {
  const page = document.pages[0];
  if (page === undefined) return undefined;
  const rows = linesOf(page).map((line) => cellsOf(page, line));
  for (const [at, row] of rows.entries()) {
    for (const name of row) {
      if (name.to - name.from > 6 || !sameName(name.text, memberName)) continue;
      const block = addressUnder(page, rows.slice(at + 1, at + 1 + ADDRESS_LINES), name);
      const first = block[0];
      const last = block.at(-1);
      if (first === undefined || last === undefined) continue;
      const value = block.map((line) => line.text).join('\n');
      return {
        value,
        source: { documentId: document.document.id, proof: proofOf(page, { from: first.from, to: last.to }) },
        byUser: false,
      };
    }
  }
  return undefined;
}

/** The cells under the name, at the same left edge, down to the city line; empty when they do not make an address. */
function addressUnder(page: Page, rows: readonly (readonly Span[])[], name: Span): Span[] {
  const left = page.words[name.from]?.x ?? 0;
  const block: Span[] = [];
  for (const row of rows) {
    const cell = row.find((each) => Math.abs((page.words[each.from]?.x ?? 0) - left) < 12);
    if (cell === undefined) return [];
    block.push(cell);
    if (!CITY_STATE_ZIP.test(cell.text)) continue;
    return block.some((line) => STREET.test(line.text)) ? block : [];
  }
  return [];
}
