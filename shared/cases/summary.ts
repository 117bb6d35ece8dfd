// One line about a case for the list of cases.
import type { Case, CaseSummary, Deadline } from '../model/case.ts';

/** Summary of a case: grounds in force, how many of them are answered, and the day to aim for. */
export function caseSummary(value: Case, deadlines: readonly Deadline[], packetCount: number): CaseSummary {
  const grounds = value.grounds.filter((ground) => ground.state !== 'dismissed');
  const answered = grounds.filter((ground) => isAnswered(value, ground.id));
  const deadline = deadlines.find((each) => each.target !== undefined)?.target;
  return {
    id: value.id,
    title: value.title,
    groundCount: grounds.length,
    answeredCount: answered.length,
    ...(deadline && { deadline }),
    packetCount,
    status: value.status,
    level: value.level,
    ...optional('patient', value.facts.memberName.value),
    ...optional('payer', value.facts.payer.value),
    ...optional('claims', value.facts.claimNumbers.value),
  };
}

function optional<K extends string>(name: K, text: string | undefined): { readonly [key in K]?: string } {
  return text === undefined || text === '' ? {} : ({ [name]: text } as { [key in K]: string });
}

/** A ground is answered when the user wrote an answer or accepted evidence for it. */
export function isAnswered(value: Case, groundId: string): boolean {
  const ground = value.grounds.find((each) => each.id === groundId);
  if (ground === undefined) return false;
  return (
    ground.answer.trim() !== '' ||
    value.evidence.some((each) => each.groundId === groundId && each.state === 'accepted')
  );
}
