// Calls about papers that came twice.
import type { Lookalikes } from '../lookalikes.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/lookalikes.ts. */
export function lookalikeHandlers(os: Implementer, lookalikes: Lookalikes, { session }: Services): Area<'lookalikes'> {
  return {
    list: os.lookalikes.list.handler(() => lookalikes.list()),
    judge: os.lookalikes.judge.handler(({ input }) => {
      session.vault().looks.judge(input.one, input.other, input.verdict);
      return { done: true } as const;
    }),
  };
}
