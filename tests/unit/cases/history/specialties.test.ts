// Treatments of other specialties, from letters, notes, tables and bills made by hand.
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { historyOf } from '../../../helpers/history.ts';

const rows = (kind: DocumentKind, text: string) =>
  Object.fromEntries(historyOf(kind, text).treatments.map((row) => [row.name.toLowerCase(), row]));

describe('a letter for a lumbar MRI', () => {
  const { treatments, scores } = historyOf(
    'letter-of-medical-necessity',
    `Ms. Roe has had low back pain with right leg radiation since August 2025. She completed six weeks of
physical therapy (12 visits) from October 6, 2025 to November 17, 2025 without meaningful improvement.
She took naproxen 500 mg twice daily for 8 weeks and cyclobenzaprine 10 mg at bedtime for 4 weeks with
minimal relief. Gabapentin 300 mg three times a day was started on 11/20/2025 and stopped on 12/15/2025
because of sedation. A lumbar epidural steroid injection on January 8, 2026 gave her two weeks of relief
and the pain then returned to 8/10. A lumbar brace did not help. If the MRI shows compression, I would
consider a microdiscectomy. Her pain was 7/10 on November 17, 2025. Oswestry 48% on 02/10/2026.

The policy requires six weeks of conservative care such as NSAIDs or chiropractic care.
Randomized trials of acupuncture showed no benefit.`,
  );
  const named = (name: RegExp) => treatments.find((row) => name.test(row.name));

  it('tells what was tried and how it went', () => {
    expect(named(/physical therapy/)).toMatchObject({
      from: '2025-10-06',
      to: '2025-11-17',
      outcome: 'no-response',
      kind: 'therapy',
    });
    expect(named(/naproxen/)).toMatchObject({ dose: '500 mg twice daily', length: '8 weeks', outcome: 'no-response' });
    expect(named(/cyclobenzaprine/)).toMatchObject({ dose: '10 mg at bedtime', outcomeWords: 'minimal relief' });
    expect(named(/Gabapentin/)).toMatchObject({ from: '2025-11-20', to: '2025-12-15', outcome: 'not-tolerated' });
    expect(named(/epidural/)).toMatchObject({ from: '2026-01-08', outcome: 'relapse', kind: 'procedure' });
    expect(named(/brace/)).toMatchObject({ kind: 'device', outcome: 'no-response' });
  });

  it('leaves out what is only thought of, asked by a policy or told of studies', () => {
    expect(treatments.filter((row) => /disc|nsaid|chiro|acupuncture/i.test(row.name))).toEqual([]);
  });

  it('reads pain of ten and the disability index', () => {
    expect(scores.map(({ scale, value, on }) => [scale, value, on])).toContainEqual(['pain', 7, '2025-11-17']);
    expect(scores.map(({ scale, value, on }) => [scale, value, on])).toContainEqual(['ODI', 48, '2026-02-10']);
  });
});

describe('a headache note', () => {
  const read = rows(
    'medical-record',
    `Headache Clinic Note
Visit: 02/10/2026

Preventive trials:
- Topiramate 100 mg/day, 01/2023 - 05/2023, cognitive slowing, stopped
- Propranolol LA 120 mg daily x 3 months (2023): no benefit
- Amitriptyline 50 mg qhs 9/2023-12/2023 weight gain, discontinued
- Botox 155 units q12 weeks x3 (2024), 30% reduction
- Aimovig 140 mg monthly, six months, failed
Abortives: sumatriptan 100 mg partial relief; Nurtec ODT 75 mg prn, effective

Allergies: sulfa, codeine (nausea)
Current medications: rizatriptan 10 mg, levothyroxine 50 mcg

Plan:
1. Start Vyepti 100 mg IV every 3 months.
2. Consider occipital nerve block.`,
  );

  it('reads list lines with dose, time and result', () => {
    expect(read.topiramate).toMatchObject({
      dose: '100 mg/day',
      from: '2023-01',
      to: '2023-05',
      outcome: 'not-tolerated',
    });
    expect(read['propranolol la']).toMatchObject({ outcome: 'no-response', from: '2023', length: 'x 3 months' });
    expect(read.amitriptyline).toMatchObject({ to: '2023-12', outcomeWords: 'weight gain, discontinued' });
    expect(read.botox).toMatchObject({ outcome: 'partial-response' });
    expect(read.aimovig).toMatchObject({ length: 'six months', outcome: 'no-response', drugClass: 'CGRP medicine' });
    expect(read.sumatriptan?.outcome).toBe('partial-response');
    expect(read['nurtec odt']?.outcome).toBe('response');
  });

  it('keeps the plan and allergies apart, and background medicines of a mere list', () => {
    expect(Object.keys(read)).not.toContain('vyepti');
    expect(Object.keys(read)).not.toContain('occipital nerve block');
    expect(Object.keys(read)).not.toContain('codeine');
    expect(Object.keys(read)).not.toContain('levothyroxine');
    expect(read.rizatriptan).toMatchObject({ ongoing: true, outcome: 'ongoing' });
  });
});

describe('a table of a skin clinic', () => {
  const read = rows(
    'letter-of-medical-necessity',
    `RE: Request for Skyrizi 150 mg

Medication                 Dose            Start      Stop       Reason for stopping
clobetasol 0.05% ointment  twice daily     03/2022    09/2022    inadequate response
NB-UVB phototherapy        3x weekly       10/2022    02/2023    partial clearance, then
                                                                 flared again
methotrexate               15 mg weekly    03/2023    08/2023    elevated LFTs
cyclosporine               not used        -          -          contraindicated, hypertension
Xyzabrel                   5 mg            2020       2021       no help

She then received Humira 40 mg every other week from January 2024 through October 2024 and lost response.
We request Skyrizi 150 mg at week 0 and 4. Mother had psoriasis treated with Enbrel.`,
  );

  it('keeps start and stop apart and rows that go on', () => {
    expect(read.clobetasol).toMatchObject({ from: '2022-03', to: '2022-09', outcome: 'no-response' });
    expect(read['nb-uvb']).toMatchObject({
      outcomeWords: 'partial clearance, then flared again',
      outcome: 'partial-response',
    });
    expect(read.methotrexate).toMatchObject({ dose: '15 mg weekly', outcome: 'not-tolerated' });
    expect(read.cyclosporine?.outcome).toBe('contraindicated');
    expect(read.xyzabrel).toMatchObject({
      kind: 'drug',
      dose: '5 mg',
      from: '2020',
      to: '2021',
      outcome: 'no-response',
    });
    expect(read.humira).toMatchObject({ from: '2024-01', to: '2024-10', outcome: 'relapse' });
  });

  it('leaves out what is asked for and what others took', () => {
    expect(Object.keys(read)).not.toContain('skyrizi');
    expect(Object.keys(read)).not.toContain('enbrel');
  });
});

describe('a letter about a regional pain syndrome', () => {
  const read = rows(
    'letter-of-medical-necessity',
    `Before ketamine she tried gabapentin 2400 mg/day, duloxetine 60 mg and nortriptyline 75 mg, all without
sustained benefit. Three lumbar sympathetic blocks in 2024 gave only temporary relief. A spinal cord stimulator
trial in March 2025 failed. Graded motor imagery and desensitization therapy continued from 06/2024 to 12/2024.
She received ketamine infusions on 01/05/2026, 01/06/2026 and 01/07/2026. Her NRS fell from 9 to 4.`,
  );

  it('gives a common result to every name of a list', () => {
    for (const name of ['gabapentin', 'duloxetine', 'nortriptyline'])
      expect(read[name]).toMatchObject({ outcome: 'no-response', outcomeWords: 'all without sustained benefit' });
  });

  it('reads blocks, a stimulator, listed days and shared times', () => {
    expect(read['lumbar sympathetic blocks']).toMatchObject({ outcome: 'partial-response', from: '2024' });
    expect(read['spinal cord stimulator trial']).toMatchObject({ outcome: 'no-response', from: '2025-03' });
    expect(read['graded motor imagery']).toMatchObject({ from: '2024-06', to: '2024-12' });
    expect(read['ketamine infusions']).toMatchObject({ from: '2026-01-05', to: '2026-01-07', length: '3 infusions' });
  });
});

describe('bills, denials and odd words', () => {
  it('counts the days of physical therapy on a bill', () => {
    const read = rows(
      'bill',
      `Statement 02/01/2026
01/05/2026  97110  Therapeutic exercise            120.00
01/08/2026  97110  Therapeutic exercise            120.00
01/12/2026  97110  Therapeutic exercise            120.00`,
    );
    expect(read['therapeutic exercise']).toMatchObject({
      from: '2026-01-05',
      to: '2026-01-12',
      length: '3 dates',
      kind: 'therapy',
    });
  });

  it('takes from a denial only what it says was tried', () => {
    const read = rows(
      'denial-letter',
      `Jane Roe
The request states that sertraline, paroxetine and prazosin have been tried, and that ketamine infusions are planned.
You must first try bupropion or mirtazapine. Medicines to talk over: duloxetine. We cover venlafaxine after two others failed.`,
    );
    expect(Object.keys(read).sort()).toEqual(['paroxetine', 'prazosin', 'sertraline']);
  });

  it('reads names and words the scanner spoiled, and short words by chance never', () => {
    const read = rows(
      'medical-record',
      `sertra1ine 150 mg O1/2020 - 06/2020, n0 response
vcnlafaxine XR 225 mg, 12 weeks, partial response
We act on the pt chart and soma text for 6 weeks. No response was received after 3 months.`,
    );
    expect(read.sertra1ine).toMatchObject({
      from: '2020-01',
      outcome: 'no-response',
      drugClass: 'SSRI antidepressant',
    });
    expect(read['vcnlafaxine xr']).toMatchObject({ dose: '225 mg', length: '12 weeks', outcome: 'partial-response' });
    expect(Object.keys(read)).toHaveLength(2);
  });

  it('does not take limits and explanations of a scale for scores', () => {
    const { scores } = historyOf(
      'medical-record',
      `PHQ-9 of 15 or more is required. A PHQ-9 score below 10 means remission. PHQ-9 (0 to 27).
PHQ-9 total: 7/27. MADRS 36 → 11. BDI-II 31, PCL-5 = 52. MADRS of 28 or higher. GAD-7 5-9 mild. Took 7 items.`,
    );
    expect(scores.map(({ scale, value }) => `${scale} ${value}`).sort()).toEqual([
      'BDI-II 31',
      'MADRS 11',
      'MADRS 36',
      'PCL-5 52',
      'PHQ-9 7',
    ]);
  });

  it('gives every score its own day, that of its sentence or that of its note', () => {
    const { scores } = historyOf(
      'medical-record',
      `Follow-up visit 01/20/2026

On 06/24/2025, GAD-7 was 17, MADRS was 36. Depression improved, PHQ-9 8 (was 16 on 10/02/2025).
PCL-5 dropped from 52 in March 2025 to 30 in December 2025. In the past her BDI-II was 40.
She sleeps better and is back at work for half of the day. Appetite is fair, energy low.
She goes for walks with her sister. No thoughts of harming herself are reported today.`,
    );
    expect(scores.map(({ scale, value, on }) => `${scale} ${value} ${on}`)).toEqual([
      'PHQ-9 16 2025-10-02',
      'PHQ-9 8 2026-01-20',
      'GAD-7 17 2025-06-24',
      'MADRS 36 2025-06-24',
      'BDI-II 40 undefined',
      'PCL-5 52 2025-03',
      'PCL-5 30 2025-12',
    ]);
  });

  it('reads scales that head columns', () => {
    const { scores } = historyOf(
      'medical-record',
      `Date          PHQ-9     GAD-7
01/05/2026    21        15
02/02/2026    12        9`,
    );
    expect(scores.map(({ scale, value, on }) => `${scale} ${value} ${on}`)).toEqual([
      'PHQ-9 21 2026-01-05',
      'PHQ-9 12 2026-02-02',
      'GAD-7 15 2026-01-05',
      'GAD-7 9 2026-02-02',
    ]);
  });
});
