// Calls about the appeal letter: each is one look at it or one change to it.

import type { AppealLetterDesk } from '../appeal-letter-desk.ts';
import { appealLetterFile } from '../appeal-letter-file.ts';
import type { CaseDesk } from '../case-desk.ts';
import { saveCopy } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/appeal-letter.ts. */
export function appealLetterHandlers(
  os: Implementer,
  desk: CaseDesk,
  letters: AppealLetterDesk,
  services: Services,
): Area<'appealLetter'> {
  const calls = os.appealLetter;
  return {
    get: calls.get.handler(({ input }) => letters.view(input.id)),
    start: calls.start.handler(({ input }) => letters.start(input.id)),
    save: calls.save.handler(({ input }) => letters.save(input.id, input.letter, input.revision)),
    settle: calls.settle.handler(({ input }) => letters.settle(input.id, input.updateIds, input.how, input.revision)),
    backToDraft: calls.backToDraft.handler(({ input }) => letters.backToDraft(input.id)),
    putBack: calls.putBack.handler(({ input }) => letters.putBack(input.id, input.ownLetter)),
    compareWord: calls.compareWord.handler(({ input }) => letters.compareWord(input.id, input.token)),
    saveFile: calls.saveFile.handler(async ({ input }) => {
      const file = await appealLetterFile(services, desk, input.id, input.format);
      return saveCopy(services.platform, file.fileName, async () => file.bytes);
    }),
  };
}
