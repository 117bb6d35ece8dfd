// Calls about letters beside the appeal: each is one change to the case that holds them.
import { AppError } from '../../../shared/errors.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { WrittenLetter } from '../../../shared/model/diary.ts';
import type { CaseDesk } from '../case-desk.ts';
import { letterFile } from '../letter-file.ts';
import { newEntryId } from '../new-id.ts';
import { saveCopy } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { WorkDesk } from '../work-desk.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/letters.ts. */
export function letterHandlers(os: Implementer, desk: CaseDesk, work: WorkDesk, services: Services): Area<'letters'> {
  const calls = os.letters;
  const { platform } = services;
  return {
    offers: calls.offers.handler(({ input }) => work.offers(input.id)),
    start: calls.start.handler(({ input }) => {
      const written: WrittenLetter = {
        id: newEntryId(),
        kind: input.kind,
        createdOn: platform.today(),
        fills: {},
        added: '',
      };
      const view = desk.change(input.id, (value) => ({ ...value, letters: [...value.letters, written] }));
      return { letterId: written.id, view };
    }),
    get: calls.get.handler(({ input }) => work.letter(input.id, input.letterId)),
    fill: calls.fill.handler(({ input: { id, letterId, label, text } }) => {
      desk.change(id, (value) =>
        withLetter(value, letterId, ({ fills, ...letter }) => {
          const { [label]: _before, ...others } = fills;
          return { ...letter, fills: text.trim() === '' ? others : { ...others, [label]: text } };
        }),
      );
      return work.letter(id, letterId);
    }),
    setAdded: calls.setAdded.handler(({ input }) => {
      desk.change(input.id, (value) =>
        withLetter(value, input.letterId, (letter) => ({ ...letter, added: input.text })),
      );
      return work.letter(input.id, input.letterId);
    }),
    setSent: calls.setSent.handler(({ input }) =>
      desk.change(input.id, (value) =>
        withLetter(value, input.letterId, ({ sentOn: _before, ...letter }) =>
          input.sentOn === undefined ? letter : { ...letter, sentOn: input.sentOn },
        ),
      ),
    ),
    remove: calls.remove.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        letters: value.letters.filter((letter) => letter.id !== input.letterId),
      })),
    ),
    restore: calls.restore.handler(({ input }) =>
      desk.change(input.id, (value) => ({
        ...value,
        letters: [...value.letters.filter((letter) => letter.id !== input.written.id), input.written],
      })),
    ),
    save: calls.save.handler(async ({ input }) => {
      const file = await letterFile(services, work, input);
      return saveCopy(platform, file.fileName, async () => file.bytes);
    }),
  };
}

function withLetter(value: Case, id: string, change: (letter: WrittenLetter) => WrittenLetter): Case {
  if (!value.letters.some((letter) => letter.id === id)) throw new AppError('letter-not-found');
  return { ...value, letters: value.letters.map((letter) => (letter.id === id ? change(letter) : letter)) };
}
