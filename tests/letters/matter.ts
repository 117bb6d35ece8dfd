// What a generated letter is about: one service, with grounds and passages that fit it.
import { ReasonId } from '../../shared/model/vocabulary.ts';
import { type Bank, CARES, type Care } from './bank.ts';
import type { Chance } from './chance.ts';

/** A ground of a letter. */
type GivenGround = { readonly reason: ReasonId } & NonNullable<Bank['grounds'][ReasonId]>[number];

/** What a letter is about: one service of one care. */
interface Matter {
  readonly care: Care;
  readonly service: string;
}

/** The matter of a letter whose first ground fits some cares; undefined for a bank that names no services. */
export function matterOf({ services }: Bank, cares: readonly Care[] | undefined, chance: Chance): Matter | undefined {
  if (services === undefined) return undefined;
  const care = chance.pick(cares ?? CARES);
  return { care, service: chance.pick(services[care]) };
}

/** The passages that fit a letter's matter. */
export function fitting<P extends { readonly care?: readonly Care[] | undefined }>(
  passages: readonly P[],
  matter: Matter | undefined,
): P[] {
  return passages.filter(({ care }) => matter === undefined || care === undefined || care.includes(matter.care));
}

/** The grounds of a letter with the matter it is about: `first`, and now and then one or two more that fit the same care. */
export function groundsOf(
  bank: Bank,
  first: ReasonId,
  chance: Chance,
): { readonly matter: Matter | undefined; readonly grounds: GivenGround[] } {
  const wanted = [
    first,
    ...chance.some(
      reasonsOf(bank).filter((other) => other !== first),
      chance.pick([0, 0, 0, 0, 1, 1, 2]),
    ),
  ];
  let matter: Matter | undefined;
  const grounds = wanted.flatMap((reason) => {
    const passages = fitting(bank.grounds[reason], matter);
    if (passages.length === 0) return [];
    const ground = { reason, ...chance.pick(passages) };
    matter ??= matterOf(bank, ground.care, chance);
    return [ground];
  });
  return { matter, grounds };
}

/** The reasons a bank gives grounds for. */
export function reasonsOf(bank: Bank): ReasonId[] {
  return ReasonId.options.filter((reason) => bank.grounds[reason] !== undefined);
}
