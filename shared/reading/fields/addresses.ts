// Addresses as papers print them, and the word for a fax before its number.
import { STATE } from './values.ts';

/** "PO Box 12", "POB 9114", "P.O. Drawer 41", "Lock Box 6", "Apartado 90": where mail is kept. */
const BOX =
  '(?:P\\.? ?O\\.? ?B(?:ox|OX)|Post Office Box|PO BOX|P\\.?O\\.?B\\.?(?= \\d)|(?:Lock |Post )?B(?:ox|OX)(?= \\d)|(?:P\\.? ?O\\.? |Post Office )?(?:Drawer|DRAWER)(?= (?:\\d|[A-Z]\\b))|Apartado(?= \\d))';
/** "One Ferry Plaza": a house number in a word. */
const NUMBER_WORD =
  "(?:One|Two|Three|Four|Five|Ten)(?= (?:[A-Z][\\w.'-]+ ){1,3}(?:Plaza|Square|Cent(?:er|re)|Street|Place|Park|Tower|Way|Drive|Court|Circle|Row|Avenue|Parkway|Wharf)\\b)";
/** "Suite 9, 300 Canal Row": the room may stand before the house. */
const ROOM = '(?:(?:Suite|Ste\\.?|Room|Rm\\.?) [A-Z]?\\d{1,4}[A-Z]?, (?=\\d))?';
/** A house number; not a year behind its day ("May 4, 2026 Ada Ward"), a union's local ("Local 88") or a number of days, and not one before a box. */
const NUMBER =
  "(?<![\\d-]|\\b(?:LOCAL|Local) )(?<!\\d, (?=20\\d\\d ))\\d{1,6}(?= [A-Z])(?! (?:DAYS|MONTHS|CALENDAR)\\b)(?!(?: [\\w.,'&#-]+){0,6} (?:P\\.? ?O\\.? ?B|B(?:ox|OX)\\b))";
/** "Courthouse Annex, Harlan Springs": a house known by its name alone. */
const NAMED_HOUSE =
  "(?:[A-Z][a-z'-]+ ){1,2}(?:Annex|Square|Close|Wharf)(?=, [A-Z])|(?:Pier|Tower) (?:\\d{1,2}|One|Two)(?=, [A-Z])";

/** A box or a street with its number, the town, the state and the ZIP code: "PO Box 12, Fairmead, OH 43999". */
export const ADDRESS = new RegExp(
  `(?:${BOX}|${NUMBER_WORD}|${ROOM}${NUMBER}|${NAMED_HOUSE})(?:,? (?:[*·•|/-] )?(?:[A-Z0-9#&][\\w.'&-]*|del?|la))(?:,? (?:[*·•|/-] )?(?:[A-Z0-9#&][\\w.'&-]*|del?|la)){0,8}?,? ${STATE} \\d{5}(?:-\\d{4})?\\b`,
  'g',
);

/** "fax", "send by fax to": what stands before the number of a fax. */
export const FAX =
  /\b(?:fax(?:ed|ing)?|facsimile|telefax|f(?=:? ?\(?\d*$))\b(?:(?!phone|tel\b|call|voice)[^\d(]){0,40}\(?$/;
