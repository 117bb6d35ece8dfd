// Letters of other scripts in a packet: shown by an embedded font, in reading order, and copied as they were written.
import { PDFContext } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { directedRuns } from '../../../electron/packet/bidi.ts';
import { composePacket } from '../../../electron/packet/compose.ts';
import { loadFonts } from '../../../electron/packet/fonts.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import {
  answerOf,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, pageTexts, withFile } from '../../helpers/packet-pdf.ts';
import { FONTS } from '../../helpers/packet-sources.ts';
import { runTool } from '../../helpers/pdf.ts';

/** “Help in your language”, or a name, as the languages of 45 CFR 92.11 write it. */
const SAMPLES: Readonly<Record<string, string>> = {
  Amharic: 'አበበ ቢቂላ',
  Armenian: 'Արամ Խաչատրյան',
  Bengali: 'রবীন্দ্রনাথ ঠাকুর',
  Chinese: '王小明醫師',
  Georgian: 'შოთა რუსთაველი',
  Greek: 'Ελένη Παπαδοπούλου',
  Gujarati: 'મોહનદાસ ગાંધી',
  Hindi: 'प्रेमचंद मुंशी',
  Japanese: '山田 花子 ヤマダ',
  Kannada: 'ಕುವೆಂಪು',
  Khmer: 'សុខ សាន្ត',
  Korean: '김철수 박사',
  Lao: 'ສົມສັກ',
  Malayalam: 'വൈക്കം മുഹമ്മദ്',
  Burmese: 'အောင်ဆန်း',
  Punjabi: 'ਅੰਮ੍ਰਿਤਾ ਪ੍ਰੀਤਮ',
  Russian: 'Анна Каренина',
  Sinhala: 'මාර්ටින් වික්‍රමසිංහ',
  Tamil: 'சுப்பிரமணிய பாரதி',
  Telugu: 'గురజాడ అప్పారావు',
  Thai: 'สมชาย ใจดี',
  Vietnamese: 'Nguyễn Thị Ánh Tuyết',
};
/** Written from right to left. Arabic letters that share a shape inside a word are one glyph; each is copied as itself. */
const RIGHT_TO_LEFT: Readonly<Record<string, string>> = {
  Arabic: 'نجيب محفوظ',
  Hebrew: 'שרה כהן',
  Persian: 'کیان بختیاری',
  Twins: 'بيت بیت',
  Urdu: 'فیض احمد فیض',
};

function packetOf(lines: readonly string[]) {
  const paper = paperOf(1, { format: 'text', pages: [pageOf(1, ['Only a page'], { source: 'plain-text' })] });
  const plan = planPacket({
    case: packetCase({ grounds: [groundOf(1)] }),
    documents: new Map([[paper.document.id as string, paper]]),
    letter: letterOf(lines.flatMap((line, index) => answerOf(1, `Reason ${index + 1}`, [text(line)]))),
    deadlines: [],
    gaps: [],
    draft: false,
    today: TODAY,
  });
  const sources = async () => ({ bytes: new Uint8Array(), format: 'text' as const, pages: paper.pages });
  return composePacket({ plan, fontsDir: FONTS, sources });
}

describe('a packet with names of many languages', () => {
  it('shows each with an embedded font and gives it back as it was written', async () => {
    const { bytes } = await packetOf(
      Object.entries({ ...SAMPLES, ...RIGHT_TO_LEFT }).map(([language, name]) => `${language}: ${name}.`),
    );
    await checkedByQpdf(bytes);
    const read = (await pageTexts(bytes))
      .join(' ')
      .replace(/[\u202a-\u202e]/g, '')
      .replace(/\s+/g, ' ')
      .normalize('NFC');
    for (const [language, name] of Object.entries(SAMPLES)) expect(read, language).toContain(name.normalize('NFC'));
    for (const [language, name] of Object.entries(RIGHT_TO_LEFT)) {
      for (const word of name.split(' ')) expect(read, language).toContain(word);
    }
    expect(read).not.toContain('□');
    const fonts = await withFile(bytes, (file) => runTool('pdffonts', [file]));
    const rows = fonts
      .split('\n')
      .slice(2)
      .filter((row) => row.trim() !== '');
    expect(rows.length).toBeGreaterThan(18);
    for (const row of rows) expect(row).toMatch(/ yes yes (yes|no) /);
  });
});

describe('directions', () => {
  it('leave text from left to right alone', () => {
    expect(directedRuns('Jane (Doe) 12')).toEqual([{ text: 'Jane (Doe) 12', isRightToLeft: false }]);
  });

  it('put a Hebrew name, with its brackets and numbers, in the order it is drawn', () => {
    const runs = directedRuns('Name: שרה (כהן) 12 end');
    expect(runs[0]).toEqual({ text: 'Name: ', isRightToLeft: false });
    expect(runs.at(-1)).toMatchObject({ text: ' end', isRightToLeft: false });
    expect(runs.map((run) => run.text).join('')).toContain('שרה )כהן(');
    expect(runs.findIndex((run) => run.text === '12')).toBeLessThan(runs.findIndex((run) => run.text.includes('שרה')));
  });
});

it('a text is as wide as its letters, whatever the script', async () => {
  const fonts = await loadFonts(PDFContext.create(), FONTS);
  for (const name of Object.values(SAMPLES)) expect(fonts.width(name, 'serif', 10)).toBeGreaterThan(15);
});
