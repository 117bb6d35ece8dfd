// Addresses as papers print them, and the word for a fax before its number.
import { STATE } from './values.ts';

/** A box or a street with its number, the town, the state and the ZIP code: "PO Box 12, Fairmead, OH 43999". */
export const ADDRESS = new RegExp(
  `(?:P\\.? ?O\\.? ?B(?:ox|OX)|Post Office Box|PO BOX|(?:Post )?Box(?= \\d)|(?:One|Two|Three|Four|Five|Ten)(?= (?:[A-Z][\\w.'-]+ ){1,3}(?:Plaza|Square|Cent(?:er|re)|Street|Place|Park|Tower|Way|Drive|Court|Circle|Row|Avenue|Parkway)\\b)|(?<![\\d-])\\d{1,6}(?= [A-Z])(?!(?: [\\w.,'&#-]+){0,6} (?:P\\.? ?O\\.? ?B|B(?:ox|OX)\\b)))(?:,? (?:[*·•|] )?[A-Z0-9#&][\\w.'&-]*){1,9}?,? ${STATE} \\d{5}(?:-\\d{4})?\\b`,
  'g',
);

/** "fax", "send by fax to": what stands before the number of a fax. */
export const FAX =
  /\b(?:fax(?:ed)?|facsimile|telefax|f(?=:? ?\(?\d*$))\b(?:(?!phone|tel\b|call|voice)[^\d(]){0,40}\(?$/;
