// Web pages and RTF as the words a person sees.
import { expect, it } from 'vitest';
import { htmlText } from '../../../electron/readers/html-text.ts';
import { rtfText } from '../../../electron/readers/rtf-text.ts';

it.each([
  ['what is not seen is left out', '<title>t</title><style>p{}</style><p>a<script>b</script></p><!-- c -->d', 'a\n\nd'],
  ['blanks and line ends of the source mean nothing', '<p>one\n   two&nbsp;three</p>', 'one two three'],
  ['but do where the source says so', '<pre>  a\n   b</pre>', '  a\n   b'],
  ['line ends', 'one<br>two<div>three</div>four', 'one\ntwo\nthree\nfour'],
  ['lists', '<ul><li>one<li><p>two</p></ul>', '- one\n- two'],
  [
    'tables of values in columns',
    '<table><tr><th>Code<th>Paid<tr><td>CO-50<td>$0.00</table>',
    'Code    Paid\nCO-50   $0.00',
  ],
  [
    'tables that arrange a page, one part after the other',
    '<table><tr><td><p>left</p><p>more</p><td>right</table>',
    'left\n\nmore\nright',
  ],
  ['marks that are never closed', '<b>one<table><tr><td>two', 'one\n\ntwo'],
])('HTML: %s', (_name, html, text) => {
  expect(htmlText(html)).toBe(text);
});

it.each([
  [
    'tables of fonts and pictures are no text',
    '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\pict 8950}a}',
    'a',
  ],
  ['letters of a code page and of Unicode', "{\\rtf1\\ansicpg1252 O\\'92Neil \\u8211? \\uc0\\u8364 5}", 'O’Neil – €5'],
  ['two bytes to the letter', "{\\rtf1\\ansicpg932 \\'93\\'fa\\'96\\'7b}", '日本'],
  ['ends of paragraphs, pages and cells', '{\\rtf1 a\\par b\\page c\\cell d\\row}', 'a\nb\fc   d\n'],
  ['signs with a meaning of their own', '{\\rtf1 \\{a\\}\\~\\\\}', '{a} \\'],
  ['bytes that are no text', '{\\rtf1 a\\bin3 }}}b}', 'ab'],
  ['groups that are never closed or opened', '{\\rtf1 a{{b}}}}}c', 'abc'],
])('RTF: %s', (_name, rtf, text) => {
  expect(rtfText(rtf)).toBe(text);
});
