// The next level of a dispute: a new case from the decision that came in, with everything that was gathered for the one before.
import type { Case, CaseView, Evidence, Fact, Ground, PartyName } from '../model/case.ts';
import type { CaseStatus } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import { type AppealLevel, AppealLevel as Levels } from '../model/vocabulary.ts';

/** Facts that belong to the letter at hand and never to the one before. */
const OF_THE_LETTER: ReadonlySet<PartyName> = new Set<PartyName>([
  'letterDate',
  'appealAddress',
  'appealFax',
  'appealPhone',
  'criteriaCited',
]);

/**
 * `fresh` is the case made from the new decision (createCase). The person's facts fill what the new letter leaves out; answers and accepted
 * evidence go to the same reasons; a decision that repeats no reason keeps the old ones, to be confirmed. Diary, letters and submissions stay
 * with the level they belong to.
 */
export function nextLevel(previous: Case, fresh: Case): Case {
  const grounds = groundsFor(previous, fresh);
  return {
    ...fresh,
    previousCaseId: previous.id,
    level: levelAfter(previous.level, fresh.level),
    planType:
      fresh.planType.value === 'unknown' || (previous.planType.byUser && !fresh.planType.byUser)
        ? previous.planType
        : fresh.planType,
    facts: factsFor(previous, fresh),
    grounds,
    evidence: evidenceFor(previous, fresh, grounds),
    attachments: [...new Set([previous.denialDocumentId, ...previous.attachments, ...fresh.attachments])].filter(
      (id) => id !== fresh.denialDocumentId,
    ),
    record: previous.record,
    criteria: previous.criteria,
    money: previous.money,
    allowedPages: previous.allowedPages,
    packetParts: previous.packetParts,
    redactions: previous.redactions,
  };
}

/** How the level before ended, as the new decision says it. */
export function statusAfter(decision: FullDocument): CaseStatus {
  const outcome = decision.reading.notice?.outcome.value;
  if (outcome === 'overturned' || outcome === 'approved') return 'won';
  return outcome === 'partly-overturned' ? 'partly-won' : 'lost';
}

/** What the new decision keeps, adds and drops of the reasons before. */
export function changedReasons(previous: Case, value: Case): NonNullable<CaseView['previous']> {
  const before = reasonsOf(previous);
  const now = reasonsOf(value);
  return {
    id: previous.id,
    title: previous.title,
    kept: now.filter((reason) => before.includes(reason)),
    fresh: now.filter((reason) => !before.includes(reason)),
    dropped: before.filter((reason) => !now.includes(reason)),
  };
}

function reasonsOf(value: Case) {
  return value.grounds.filter((ground) => ground.state !== 'dismissed').map((ground) => ground.reason);
}

/** The level the letter says; never the one before or an earlier one, since this letter came after it. */
function levelAfter(before: AppealLevel, read: AppealLevel): AppealLevel {
  const order = Levels.options;
  if (order.indexOf(read) > order.indexOf(before)) return read;
  return order[Math.min(order.indexOf(before) + 1, order.length - 1)] ?? read;
}

function factsFor(previous: Case, fresh: Case): Case['facts'] {
  const names = Object.keys(fresh.facts) as PartyName[]; // the keys of a record over PartyName
  const pick = (name: PartyName): Fact => {
    const now = fresh.facts[name];
    const before = previous.facts[name];
    // The new decision says where to write now; an address of the level before would send the appeal astray.
    if (OF_THE_LETTER.has(name)) return now.source?.documentId === fresh.denialDocumentId ? now : { byUser: false };
    return now.value === undefined || (before.byUser && before.value !== undefined) ? before : now;
  };
  return Object.fromEntries(names.map((name) => [name, pick(name)])) as Case['facts'];
}

function groundsFor(previous: Case, fresh: Case): Ground[] {
  const before = previous.grounds.filter((ground) => ground.state !== 'dismissed');
  if (fresh.grounds.length === 0)
    return before.map((ground) => ({
      ...ground,
      state: 'read',
      why: ['The new decision names no reason; this one is from the decision before.'],
    }));
  return fresh.grounds.map((ground) => {
    const same = before.find(({ reason }) => reason === ground.reason);
    return same === undefined ? ground : { ...ground, answer: same.answer };
  });
}

/** Accepted evidence of the same reason goes along; fresh suggestions of the same pages give way to it. */
function evidenceFor(previous: Case, fresh: Case, grounds: readonly Ground[]): Evidence[] {
  const carried = grounds.flatMap((ground) => {
    const same = previous.grounds.filter(({ reason }) => reason === ground.reason).map(({ id }) => id);
    return previous.evidence
      .filter((each) => same.includes(each.groundId) && each.state === 'accepted')
      .map((each) => ({ ...each, groundId: ground.id }));
  });
  const isCarried = (each: Evidence) =>
    carried.some(
      (other) =>
        other.groundId === each.groundId &&
        other.documentId === each.documentId &&
        other.fromPage <= each.toPage &&
        each.fromPage <= other.toPage,
    );
  return [...carried, ...fresh.evidence.filter((each) => !isCarried(each))];
}
