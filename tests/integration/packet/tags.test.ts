// The packet for somebody who doesn't see it: what poppler, pdf.js and qpdf find of its headings, paragraphs, lists, tables, links and pictures.
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { paperOf } from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, expanded, infoOf, pageTexts, rasterOf } from '../../helpers/packet-pdf.ts';
import { FONTS, pdfOf } from '../../helpers/packet-sources.ts';
import {
  elementsOf,
  elementsWith,
  pagesSeen,
  parentsOf,
  type SeenElement,
  type SeenPage,
  textIn,
} from '../../helpers/packet-structure.ts';
import { blanks, LONG, taggedPapers, taggedPlan, taggedSources, words } from '../../helpers/tagged-packet.ts';

let plan: PacketPlan;
let sources: Awaited<ReturnType<typeof taggedSources>>;
let packet: ComposedPacket;
let root: SeenElement;
let pages: readonly SeenPage[];
/** The stamp of a page of an exhibit. */
const at = (label: string, place = 1) =>
  packet.stamps[packet.exhibitPages.filter((page) => page.label === label)[place - 1]!.packetPage - 1]!;
const partOf = (title: string) => elementsWith(root, 'Sect').find((part) => part.title === title)!;

beforeAll(async () => {
  sources = await taggedSources();
  plan = taggedPlan();
  packet = await composePacket({ plan, sources, fontsDir: FONTS });
  root = await elementsOf(packet.bytes);
  pages = await pagesSeen(packet.bytes);
});

describe('the structure', () => {
  it('is declared, and has the parts in the order of the packet', async () => {
    expect(await infoOf(packet.bytes)).toMatch(/Tagged:\s+yes/);
    expect(await checkedByQpdf(packet.bytes)).toContain('No syntax or stream encoding errors');
    expect(root.kids).toMatchObject([{ role: 'Document' }]);
    expect(elementsWith(root, 'Sect', 'Part').map(({ role, title }) => `${role} ${title}`)).toEqual([
      'Sect Cover sheet',
      'Sect Appeal letter',
      'Sect Reasons and answers',
      'Sect Index of exhibits',
      'Sect Chronology',
      'Part Exhibits',
      'Sect Exhibit A',
      'Sect Exhibit B',
      'Sect Exhibit C',
    ]);
    expect(elementsWith(root, 'H1', 'H2').map((heading) => `${heading.role} ${textIn(heading)}`)).toEqual([
      'H1 Appeal',
      'H1 Reason 1: Not necessary',
      'H2 What we ask for',
      'H1 Reasons and answers',
      'H1 Index of exhibits',
      'H1 Chronology',
      'H1 EXHIBIT A',
      'H2 Denial letter',
      'H1 EXHIBIT B',
      'H2 Visit note (café)',
      'H1 EXHIBIT C',
      'H2 Call log',
    ]);
  });

  it('is that of each page, both ways', async () => {
    const { resolved, pages: refs, parents } = await parentsOf(packet.bytes);
    let annotations = 0;
    for (const ref of refs) {
      const page = resolved(ref);
      expect(page['/Tabs']).toBe('/S');
      const owners = parents.get(Number(page['/StructParents'])) as string[];
      for (const [sequence, owner] of owners.entries()) {
        const element = resolved(owner);
        const kids = [element['/K']].flat();
        const here = kids.some(
          (kid) =>
            (kid === sequence && element['/Pg'] === ref) ||
            (resolved(kid)['/MCID'] === sequence && resolved(kid)['/Pg'] === ref),
        );
        expect(here, `${ref} ${sequence}`).toBe(true);
      }
      for (const annotation of (page['/Annots'] ?? []) as string[]) {
        annotations += 1;
        const owner = resolved(parents.get(Number(resolved(annotation)['/StructParent'])));
        expect(owner['/S']).toBe('/Link');
        expect([owner['/K']].flat().some((kid) => resolved(kid)['/Obj'] === annotation)).toBe(true);
        expect(resolved(annotation)['/Contents']).toMatch(/^u:Go to page \d{4}$/);
      }
    }
    expect(annotations).toBe(packet.links.length);
    expect(elementsWith(root, 'Link').reduce((sum, link) => sum + link.annotations, 0)).toBe(annotations);
  });
});

describe('the letter', () => {
  it('says every word of its pages once, apart from decoration', async () => {
    const own = packet.outline.find((entry) => entry.title === 'Appeal letter')!.packetPage - 1;
    const next = packet.outline.find((entry) => entry.title === 'Reasons and answers')!.packetPage - 1;
    expect(next - own).toBeGreaterThan(1);
    const sorted = (...parts: readonly string[]) => parts.join(' ').split(/\s+/).filter(Boolean).sort();
    const shown = (await pageTexts(packet.bytes)).slice(own, next);
    const decoration = shown.map((_, at) =>
      at === 0
        ? packet.stamps[own]!
        : `${plan.letter.subject} Letter, page ${at + 1} of ${next - own} ${packet.stamps[own + at]}`,
    );
    expect(sorted(textIn(partOf('Appeal letter')), ...decoration)).toEqual(sorted(...shown));
    for (const [at, words] of decoration.entries()) expect(sorted(pages[own + at]!.artifacts)).toEqual(sorted(words));
    const inside = pages.slice(own, next).map((page) => page.inside);
    const letters = (words: string) => words.replace(/\s/g, '');
    expect(letters(inside.join(''))).toBe(letters(textIn(partOf('Appeal letter'))));
  });

  it('has paragraphs whole, over the end of a page too, with their links in place', () => {
    const paragraph = elementsWith(partOf('Appeal letter'), 'P').find((each) => textIn(each).startsWith('w1000'))!;
    expect(textIn(paragraph)).toBe(
      `${LONG} See Ex. B, p. 1 (${at('B')}), and Ex. A, pp. 1–2 (${at('A')}–${at('A', 2)}).`,
    );
    expect(paragraph.kids.filter((kid) => typeof kid === 'string').length).toBeGreaterThanOrEqual(4);
    expect(elementsWith(paragraph, 'Link').map((link) => [textIn(link), link.annotations])).toEqual([
      [`Ex. B, p. 1 (${at('B')})`, 2],
      [`Ex. A, pp. 1–2 (${at('A')}–${at('A', 2)})`, 2],
    ]);
  });

  it('has its quote, its lists and its block of particulars', () => {
    const part = partOf('Appeal letter');
    expect(elementsWith(part, 'BlockQuote').map(textIn)).toEqual([words(200, 40)]);
    const lists = elementsWith(part, 'L').map((list) => ({
      numbering: list.attributes[0],
      labels: elementsWith(list, 'Lbl').map(textIn),
      bodies: elementsWith(list, 'LBody').map(textIn),
    }));
    expect(lists).toEqual([
      {
        numbering: '/ListNumbering /Decimal',
        labels: ['1.', '2.'],
        bodies: [`First ask Ex. A, p. 2 (${at('A', 2)})`, words(300, 30)],
      },
      { numbering: '/ListNumbering /Disc', labels: ['•'], bodies: ['Only point'] },
    ]);
    const rows = elementsWith(part, 'TR').map((row) =>
      elementsWith(row, 'TH', 'TD').map((cell) => [cell.role, textIn(cell)]),
    );
    expect(rows).toEqual([
      [
        ['TH', 'Member'],
        ['TD', 'Rowan Ashgrove'],
        ['TD', `Ex. A, p. 1 (${at('A')})`],
      ],
      [
        ['TH', 'Service'],
        ['TD', '[The service]'],
        ['TD', ''],
      ],
    ]);
    expect(elementsWith(part, 'TH').map((cell) => cell.attributes)).toEqual([['/Scope /Row'], ['/Scope /Row']]);
  });
});

describe('tables', () => {
  const rowsOf = (title: string) => {
    const tables = elementsWith(partOf(title), 'Table');
    expect(tables).toHaveLength(1);
    return elementsWith(tables[0]!, 'TR').map((row) => elementsWith(row, 'TH', 'TD').map(textIn));
  };

  it('have each heading once, however many pages they go over, and as many cells in each row', async () => {
    const from = packet.outline.find((entry) => entry.title === 'Chronology')!.packetPage - 1;
    const shown = (await pageTexts(packet.bytes)).filter((page) => page.includes('What happened'));
    expect(shown.length).toBeGreaterThan(2);
    const rows = rowsOf('Chronology');
    expect(rows).toEqual([
      ['Date', 'What happened', 'Page'],
      ...plan.tables[0]!.rows.map((row, index) => [
        `Day ${index + 1}`,
        (row[1]![0] as { text: string }).text,
        (index + 1) % 7 === 0 ? `Ex. A, p. 1 (${at('A')})` : '',
      ]),
    ]);
    expect(elementsWith(partOf('Chronology'), 'TH').map((cell) => cell.attributes)).toEqual(
      Array.from({ length: 3 }, () => ['/Scope /Column']),
    );
    expect(pages[from]!.artifacts).not.toContain('What happened');
    expect(pages[from + 1]!.artifacts).toContain('What happened');
  });

  it('lead from their rows and cells to the pages', () => {
    expect(rowsOf('Index of exhibits').slice(0, 3)).toEqual([
      ['Ex.', 'Paper', 'Date', 'Pages', 'Stamped', 'Answers'],
      ['A', 'Denial letter', 'Sep 9, 2026', '2', `${at('A')}–${at('A', 2)}`, 'The denial'],
      ['B', 'Visit note (café)', '—', '1', at('B'), 'Reason 1'],
    ]);
    expect(elementsWith(partOf('Index of exhibits'), 'Link').slice(0, 2).map(textIn)).toEqual(['A', 'Denial letter']);
    expect(rowsOf('Reasons and answers')[1]).toEqual([
      'Reason 1: Not necessary',
      `Ex. A, p. 1 (${at('A')})`,
      expect.stringMatching(/Letter, p\. 000\d$/),
      `Ex. B, p. 1 (${at('B')})`,
    ]);
    expect(rowsOf('Cover sheet')).toEqual([
      ['To', 'Northfield Health'],
      ['Pages', `${packet.pageCount}, including this sheet`],
    ]);
  });
});

describe('exhibits', () => {
  it('have a picture with its words for each page, behind the tab sheet, whatever structure their papers had', () => {
    for (const { label, packetPage } of packet.exhibitPages) {
      const exhibit = plan.exhibits.find((each) => each.label === label)!;
      const place = packet.exhibitPages.filter((page) => page.label === label && page.packetPage <= packetPage).length;
      const page = pages[packetPage - 1]!;
      expect(page.alts).toEqual([`Exhibit ${label}, page ${place} of ${exhibit.pages.length}: ${exhibit.title}`]);
      expect(page.roles.filter((role) => role === 'Figure')).toHaveLength(1);
      expect(page.artifacts).toContain(packet.stamps[packetPage - 1]);
    }
    for (const exhibit of plan.exhibits) {
      const kids = partOf(`Exhibit ${exhibit.label}`).kids.map((kid) => (typeof kid === 'string' ? kid : kid.role));
      expect(kids).toEqual(['Div', ...exhibit.pages.map(() => 'Figure')]);
    }
    expect(elementsWith(root, 'Figure').map(textIn)).toEqual([
      'denialone',
      'denialtwo',
      'Scored 22',
      'Called at ten No answer',
    ]);
    expect(pages[packet.exhibitPages[2]!.packetPage - 1]!.artifacts).toContain('Reason 1');
  });

  it('cost a few bytes a page, in a tree that stays flat', async () => {
    const count = 300;
    const many = [...taggedPapers, paperOf(4, { title: 'Record', pages: blanks(count) })];
    const bytes = await pdfOf((document) => {
      for (let page = 0; page < count; page += 1) document.addPage([612, 792]).drawSquare({ size: 9 });
    });
    const large = await composePacket({
      plan: taggedPlan({ papers: many }),
      sources: async (id) =>
        taggedPapers.some(({ document }) => document.id === id)
          ? sources(id)
          : { bytes, format: 'pdf', pages: blanks(count) },
      fontsDir: FONTS,
    });
    const figures = Buffer.from(large.bytes)
      .toString('latin1')
      .match(/\d+ 0 obj\n<<\n\/S \/Figure[\s\S]*?endobj\n/g)!;
    expect(figures).toHaveLength(count + packet.exhibitPages.length);
    expect(figures.reduce((sum, figure) => sum + figure.length, 0) / figures.length).toBeLessThan(250);
    const { parents, depth, widest } = await parentsOf(large.bytes);
    expect(parents.size).toBe(large.pageCount + large.links.length);
    expect([depth, widest]).toEqual([2, 64]);
  });
});

it('is the same, byte for byte, when made again', async () => {
  const again = await composePacket({ plan: taggedPlan(), sources, fontsDir: FONTS });
  expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(packet.bytes))).toBe(0);
});

it('changes nothing that is seen', async () => {
  const draft = await composePacket({ plan: taggedPlan({ draft: true }), sources, fontsDir: FONTS });
  const marks = /\/(?:[A-Z]\w*) << \/MCID \d+ >> BDC|\/Artifact (?:BMC|<< \/Type \/Pagination >> BDC)|\bEMC$/gm;
  const file = (await expanded(draft.bytes)).replace(marks, (mark) => ' '.repeat(mark.length));
  expect(file).not.toContain('/MCID 0 >> BDC\n');
  const starts = draft.outline.map((entry) => entry.packetPage);
  for (const page of [...starts, ...draft.exhibitPages.map(({ packetPage }) => packetPage)]) {
    const [marked, bare] = [await rasterOf(draft.bytes, page), await rasterOf(Buffer.from(file, 'latin1'), page)];
    expect(marked.pixels.equals(bare.pixels), `page ${page}`).toBe(true);
  }
});
