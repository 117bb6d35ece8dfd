// Numbers of members, groups, requests and approvals that stand behind few words or in what somebody tells. The papers are made up.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe("a member's number", () => {
  it.each([
    ['Member: Odalys Brandt      Number: QW 4471-0093-1', 'QW 4471-0093-1'],
    ['Participant: Odalys Brandt, No. QWB-22871-03', 'QWB-22871-03'],
    ['Retiree no. QWB-R-20571', 'QWB-R-20571'],
    ['Your number   QWB 229 4417 00', 'QWB 229 4417 00'],
    ['Member no.   QWB.718.0092.5', 'QWB.718.0092.5'],
    ['ID:   QWB*4409*6612*03', 'QWB*4409*6612*03'],
    ['Medicaid ID: 440 771 8026', '440 771 8026'],
    ['We answer below. Your ID, for reference, is Q 6 2208 1174.', 'Q 6 2208 1174'],
  ])('is read in %j', (block, id) => {
    expect(fieldsOf(block).member_id).toBe(id);
  });

  it.each([
    ['Ins   Thornby Choice  #TV 4401 6627 0', 'TV 4401 6627 0'],
    ['Primary  Thornby Cross Health, 4477 01925 B        Secondary  none', '4477 01925 B'],
  ])('ends the line of the insurance %j on a bill', (line, id) => {
    const text = `NORVANE HAND CLINIC\nStatement\n\nPatient  Odalys Brandt\n${line}\n\nBalance due  $40.00`;
    expect(fieldsOfText(text, 'bill').member_id).toBe(id);
  });

  it('stands in a certificate that was made out to one person, and in no other document of a plan', () => {
    const text = 'THORNBY VALLEY HEALTH\nCertificate no.  TVH 1180-44-0272\n\nPart 1. What is not covered';
    expect(fieldsOfText(text, 'plan-document').member_id).toBeUndefined();
    const made = `Certificate holder    Odalys Brandt\n${text}`;
    expect(fieldsOfText(made, 'plan-document').member_id).toBe('TVH 1180-44-0272');
  });
});

describe('the number of a group', () => {
  it.each([
    ['Member ID  QWB 220 5571 08      Group  36-OTT', '36-OTT'],
    ['Member ID  QWB 220 5571 08\nWe write about the Looms Health Plan, group LHP-01', 'LHP-01'],
    ['Member ID  QWB 220 5571 08       Policy  LG-40992', 'LG-40992'],
    ['Member ID  QWB 220 5571 08       Account  0650028', '0650028'],
  ])('is read in %j', (block, group) => {
    expect(fieldsOf(block).group_number).toBe(group);
  });

  it.each([
    'Policy  LG-40992',
    'Member ID  QWB 220 5571 08       Policy  MOL-212',
    'Member ID  QWB 220 5571 08       Policy  2025-26',
    'Member ID  QWB 220 5571 08\n\nPeople in the age group 180 days old and younger',
  ])('is none in %j', (block) => {
    expect(fieldsOf(block).group_number).toBeUndefined();
  });
});

describe('the number of a request or approval', () => {
  it.each([
    ['Auth: Thornby Select EVC-4418072 (valid to August 30)', 'EVC-4418072'],
    ['Auth: 24 visits, TVA-55-20714', 'TVA-55-20714'],
    ['Facility   Norvane House        Certification   TV-2026-40881', 'TV-2026-40881'],
    ['The approval you had, TV-26-55201, covers another service.', 'TV-26-55201'],
    ['It was approved in advance under TV-25-7719, as we know.', 'TV-25-7719'],
    ['Your office did get an authorization for twelve visits (TV-77120).', 'TV-77120'],
  ])('is read in %j', (block, number) => {
    expect(fieldsOf(`Member: Odalys Brandt\n\n${block}`).authorization_number).toBe(number);
  });

  it('is no guideline that an answer rests on', () => {
    const text = 'It was not approved under our guideline SURG-0944, and we tell you why.';
    expect(fieldsOf(`Member: Odalys Brandt\n\n${text}`).authorization_number).toBeUndefined();
  });

  it('is told by a member who was given it', () => {
    const text = 'Dear Thornby Valley,\n\nYou deny that you knew. The clinic called and was given number TV-77130.';
    expect(fieldsOfText(text, 'correspondence').authorization_number).toBe('TV-77130');
  });

  it('heads notes of calls, below which each call has its own', () => {
    const rows = 'DATE     TIME     WHO        WHAT\n3/24     4:15     Renata     says it is standard. Ref 88120-R';
    const text = `the bed, who said what\n\ncase # given 3/3:  TVH-26-118043     supplier: Norvane Mobility\n\n${rows}`;
    expect(fieldsOfText(text, 'correspondence').authorization_number).toBe('TVH-26-118043');
  });

  it("is no collector's file", () => {
    const text = 'Slip & Loam Recovery LLC            Our file   55-0190823-7\n\nYou owe   $1,046.00';
    expect(fieldsOfText(text, 'bill').authorization_number).toBeUndefined();
  });
});
