// Criteria that ask for the absence of something: “no psychosis, no uncontrolled hypertension, no active substance use disorder”.
import type { CriterionFact } from '../../../model/criteria.ts';
import type { PreparedPage } from '../../evidence-pages.ts';
import { contentStems } from '../../stems.ts';
import { type CaseAtHand, factOf, type Part, sourceAt } from './ask.ts';

const STARTS =
  /^(?:(?:the )?(?:patient|member|individual|person) )?(?:there is |there are |has |does |is |with |must |have )*(?:no\b(?! (?:\w+ )?(?:response|improvement|benefit|relief|success|more|less|fewer|later|longer))|not (?:have|pregnan|currently|actively)|without|absence of|free of|none of|denies)/i;
const NEGATION = /\b(?:no|not|never|denies|denied|without|negative|neg|absent|none|free of|ruled out|absence of)\b/i;
/** Words that end the reach of a negation. */
const TURN = /\b(?:but|except|however|although|until)\b/i;

/**
 * What a criterion may want absent, by the words in which records speak of it. `plain`: of those words, the ones
 * whose denial settles it; `controlled`: having it in check will do.
 */
const TOPICS: readonly {
  readonly asked: RegExp;
  readonly said: RegExp;
  readonly plain?: RegExp;
  readonly controlled?: RegExp;
}[] = [
  { asked: /psychos|psychotic|schizo/i, said: /psychos[ie]s|psychotic|delusion|hallucinat|schizo/i },
  { asked: /mania|manic|bipolar/i, said: /\bmani[ac]|bipolar|hypomani/i },
  { asked: /seizure|epilep/i, said: /seizure|epilep|convulsion/i },
  {
    asked: /hypertens|blood pressure/i,
    said: /hypertens|blood pressure|\bBP\b|\bHTN\b/i,
    controlled:
      /(?:well[- ])?controlled (?:hypertension|blood pressure|HTN)|(?:hypertension|blood pressure|HTN),? (?:is |was )?(?:well[- ])?controlled|normotensive/i,
  },
  {
    asked: /substance|alcohol|drug (?:use|abuse)|illicit/i,
    said: /substance use|substance abuse|alcohol|cannabis|illicit|\bUDS\b|drug screen|\betoh\b|opioid use/i,
    plain: /substance|illicit|\bUDS\b|drug/i,
  },
  { asked: /pregnan/i, said: /pregnan/i },
  { asked: /\bmetal|implant|pacemaker/i, said: /\bmetal|implant|pacemaker/i },
  { asked: /suicid/i, said: /suicid|wish to be dead|\bSI\b/i },
  { asked: /aneurysm|malformation|hemorrhage/i, said: /aneurysm|malformation|hemorrhage/i },
  { asked: /dementia|cognitive/i, said: /dementia|cognitive (?:decline|impairment|disorder)/i },
  { asked: /cancer|malignan/i, said: /cancer|malignan|tumou?r/i },
];

const QUALIFIERS =
  /\b(?:active|current|uncontrolled|untreated|unstable|known|history|prior|recent|disorders?|conditions?|present|evidence|significant|severe|any|other)\b/gi;

/** Looks for pages that say it is not there. Met only when every part is plainly denied on a page. */
export function matchAbsence(text: string, at: CaseAtHand): Part | undefined {
  if (!STARTS.test(text.trim())) return undefined;
  const wanted = text
    .split(/[,;]|\b(?:and|or|nor)\b/i)
    .map((part) =>
      part
        .replace(new RegExp(STARTS.source, 'i'), '')
        .replace(/^\s*(?:no|not|without)\b/i, '')
        .trim(),
    )
    .filter((part) => /[a-z]{3}/i.test(part));
  if (wanted.length === 0) return undefined;
  const found = wanted.map((part) => ({ part, ...lookFor(part, at.pages) }));
  const shown = found.filter((each) => each.denied);
  const facts = unlike(found.flatMap((each) => each.facts));
  return {
    state: shown.length === found.length ? 'met' : facts.length > 0 ? 'unclear' : 'not-shown',
    facts,
    why: [
      ...(shown.length > 0 ? [`Denied on a page: ${shown.map(({ part }) => part).join(', ')}`] : []),
      ...(shown.length < found.length
        ? [
            `Not plainly denied on a page: ${found
              .filter((each) => !each.denied)
              .map(({ part }) => part)
              .join(', ')}`,
          ]
        : []),
    ].join('; '),
    covers: /./,
  };
}

function lookFor(part: string, pages: readonly PreparedPage[]): { denied: boolean; facts: CriterionFact[] } {
  const topic = TOPICS.find(({ asked }) => asked.test(part));
  const said = topic?.said ?? ownWords(part);
  if (said === undefined) return { denied: false, facts: [] };
  const denials: CriterionFact[] = [];
  const mentions: CriterionFact[] = [];
  for (const page of pages) {
    for (const sentence of page.sentences) {
      if (!said.test(sentence.text)) continue;
      const plain = topic?.controlled?.test(sentence.text) === true || isDenied(sentence.text, topic?.plain ?? said);
      const fact = factOf(sourceAt(page, sentence), plain ? `denies it: ${part}` : `speaks of it: ${part}`);
      (plain ? denials : mentions).push(fact);
    }
  }
  return { denied: denials.length > 0, facts: denials.length > 0 ? denials.slice(0, 2) : mentions.slice(0, 2) };
}

/** All the part's own words, in any order, within a sentence. */
function ownWords(part: string): RegExp | undefined {
  const stems = contentStems(part.replace(QUALIFIERS, ' '));
  if (stems.length === 0) return undefined;
  return new RegExp(stems.map((stem) => `(?=.*\\b${stem.replace(/[^a-z0-9]/g, '')})`).join(''), 'i');
}

/** True when a word of denial stands before the thing, within its part of the sentence, or right after it (“UDS neg”). */
function isDenied(text: string, said: RegExp): boolean {
  return text.split(/;|\.\s/).some((piece) => {
    const at = piece.search(said);
    if (at < 0) return false;
    const before = piece.slice(0, said.source.startsWith('(?=') ? piece.length : at);
    const after = piece.slice(at).split(/\s+/).slice(1, 3).join(' ');
    const turned = TURN.exec(before);
    const reach = before
      .slice(turned === null ? 0 : turned.index)
      .split(/\s+/)
      .slice(-9)
      .join(' ');
    return NEGATION.test(reach) || /^\W*(?:neg|negative|absent|none|denied)\b/i.test(after);
  });
}

function unlike(facts: readonly CriterionFact[]): CriterionFact[] {
  const taken = new Set<string>();
  return facts.filter(({ source }) => {
    const key = `${source.documentId}/${source.proof.pageNumber}/${source.proof.from}`;
    return !taken.has(key) && taken.add(key);
  });
}
