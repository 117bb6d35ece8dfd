// Check: nothing is in the file that acts by itself, that a program left behind, or that tells more than the pages do.
import type { PacketCheck, PacketPlan } from '../../model/packet.ts';
import { type Failure, outcome } from './outcome.ts';
import type { SeenFile } from './seen.ts';

const NAME = {
  id: 'hygiene',
  name: 'No programs, attachments, form fields, data of other programs or earlier versions are in the file',
};

/** What the packet calls itself and the program that made it; anything else would be of a paper. */
const OWN = 'Appeal Vault';

/** Judges what two looks at the file found: through a PDF library, and through its bytes. */
export function checkHygiene(plan: PacketPlan, seen: SeenFile): PacketCheck {
  const { bytes, info } = seen;
  const says: readonly (readonly [boolean, string])[] = [
    [seen.javaScripts > 0, 'there is JavaScript in the file'],
    [seen.attachments > 0, 'there are attached files'],
    [seen.hasForm, 'there is a form'],
    [seen.isEncrypted, 'the file is encrypted'],
    [bytes.ends !== 1, `the file ends ${bytes.ends} times`],
    [bytes.dictionaries < seen.pages.length, 'the file could not be looked through'],
    [(info.Title ?? '') !== plan.title.trim(), 'the title is another one'],
    [info.Creator !== OWN || info.Producer !== OWN, 'another program names itself in the file'],
    [['Author', 'Subject', 'Keywords'].some((key) => info[key] !== undefined), 'the file tells more of itself'],
  ];
  const annotated = seen.pages.flatMap(({ annotations }, index) => (annotations > 0 ? [index + 1] : []));
  return outcome(NAME, [
    ...says.flatMap(([isWrong, text]): readonly Failure[] => (isWrong ? [{ says: text }] : [])),
    ...bytes.strangers.map(({ what }): Failure => ({ says: `there is ${what} in the file` })),
    ...annotated.map((page): Failure => ({ says: `page ${page} has remarks or fields`, page })),
  ]);
}
