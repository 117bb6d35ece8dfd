// The cover sheet: facts of the case or visible blanks, nothing of health, and the pages of the whole packet.
import { PDFContext } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '../../../electron/packet/fonts.ts';
import { layoutCover } from '../../../electron/packet/layout/cover.ts';
import type { Case } from '../../../shared/model/case.ts';
import { FIRST_SETUP, PacketPreset } from '../../../shared/model/packet-setup.ts';
import { coverBlanks, coverSheet } from '../../../shared/packet/cover.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { letterOf, packetCase, paperOf, TODAY } from '../../helpers/packet-fixtures.ts';
import { FONTS } from '../../helpers/packet-sources.ts';

const known = (facts: Partial<Record<keyof Case['facts'], string>>) => {
  const theCase = packetCase();
  const typed = Object.entries(facts).map(([name, value]) => [name, { value, byUser: true }]);
  return { ...theCase, facts: { ...theCase.facts, ...Object.fromEntries(typed) } };
};
const FULL = known({
  payer: 'Quillback Health',
  memberName: 'Rowan Ashgrove',
  memberId: 'Q 12',
  claimNumbers: '77-1',
  senderPhone: '218-555-0142',
  appealFax: '715-555-0148',
  appealAddress: 'P.O. Box 1\nMinden Falls',
  letterDate: '2026-09-09',
  service: 'Ketamine infusion',
  billedAmount: '$3,870.00',
});

describe('the cover sheet', () => {
  it('of a full case has no blanks and says nothing of service or money', () => {
    for (const preset of PacketPreset.options) {
      const cover = coverSheet(FULL, preset, TODAY);
      expect(coverBlanks(cover)).toEqual([]);
      const words = JSON.stringify(cover);
      expect(words).not.toMatch(/ketamine|3,870/i);
      expect(words).toContain('September 9, 2026');
      expect(words).toContain('218-555-0142');
    }
  });

  it('of a case without facts is all blanks, and a fax asks for the fax number', () => {
    const blanks = coverBlanks(coverSheet(packetCase(), 'fax', TODAY));
    expect(blanks).toEqual([
      'Name of the plan or insurer',
      'Fax number for appeals',
      'Your name',
      'Your phone number',
      'Member ID',
      'Claim number',
    ]);
  });

  it('goes to the plan, but not for an external review', () => {
    const to = (preset: PacketPreset) => JSON.stringify(coverSheet(FULL, preset, TODAY).rows[0]);
    expect(to('fax')).toContain('Quillback Health');
    expect(to('external-review')).not.toContain('Quillback');
  });

  it('names the authorization where there is no claim', () => {
    const labels = coverSheet(known({ authorizationNumber: 'A-1' }), 'fax', TODAY).rows.map(({ label }) => label);
    expect(labels).toContain('Authorization number');
    expect(labels).not.toContain('Claim number');
  });

  it('is set on one page and tells the pages of the packet', async () => {
    const fonts = await loadFonts(PDFContext.create(), FONTS);
    const sheets = layoutCover(coverSheet(FULL, 'fax', TODAY), fonts);
    expect(sheets).toHaveLength(1);
    const numbering = {
      pageCount: 37,
      pageOf: () => undefined,
      stampAt: String,
      numberAt: String,
      labelOf: () => undefined,
      placeInExhibit: () => undefined,
    };
    const words = sheets[0]!.items.flatMap((item) =>
      item.kind === 'text' ? [typeof item.text === 'string' ? item.text : item.text(numbering)] : [],
    );
    expect(words).toContain('37, including this sheet');
    expect(words).toContain('Fax');
  });

  it('is in the plan when it is wanted, and its blanks block with the rest', () => {
    const plan = (parts: (typeof FIRST_SETUP)['parts'], facts = packetCase().facts) =>
      planPacket({
        case: { ...packetCase(), facts, packet: { ...FIRST_SETUP, parts } },
        documents: new Map([[paperOf(1).document.id as string, paperOf(1)]]),
        letter: letterOf([]),
        deadlines: [],
        gaps: [],
        draft: false,
        today: TODAY,
      });
    expect(plan(['letter']).cover).toBeUndefined();
    const problems = plan(['cover', 'letter']).problems.filter(({ code }) => code === 'blank');
    expect(problems.map(({ sentence }) => sentence)).toContain(
      'The cover sheet has a blank to fill: Your phone number.',
    );
    expect(problems.every(({ severity, go }) => severity === 'blocks' && go?.at === 'facts')).toBe(true);
    expect(plan(['cover', 'letter'], FULL.facts).problems.some(({ code }) => code === 'blank')).toBe(false);
  });
});
