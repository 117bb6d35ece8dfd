// Criteria that count medicines tried: “four adequate antidepressant trials from two or more classes”, “one augmentation strategy”.
import type { CriterionState } from '../../../model/criteria.ts';
import type { Treatment } from '../../../model/record.ts';
import { type CaseAtHand, factsOf, type Part } from './ask.ts';
import { counted, NUMBER, numberOf, weeksIn, weeksOf } from './numbers.ts';
import { ASKS_FAILURE, hasFailed, isComplete, treatmentInWords } from './treatment-words.ts';

const NO_MEASURE =
  '(?! ?(?:weeks?|months?|days?|years?|hours?|mg|percent|%|points?|sessions?|infusions?|visits?|or more classes|classes))';
const COUNT = new RegExp(
  `\\b(${NUMBER})(?: \\(\\d+\\))?(?: or more)?${NO_MEASURE}(?: [\\w-]+){0,4}? (?:antidepressants?|antipsychotics?|anticonvulsants?|triptans?|nsaids?|dmards?|opioids?|statins?|stimulants?|biologics?|corticosteroids?|gabapentinoids?|relaxants?|medications?|agents?|drugs?|medicines?|trials?|monotherap\\w+)\\b`,
  'i',
);
const CLASSES = new RegExp(
  `\\b(${NUMBER})(?: \\(\\d+\\))?(?: or more)?(?: (?:different|distinct|separate|drug))* (?:classes|families|groups)`,
  'i',
);
const AUGMENTS = /\baugment\w*|\badjuncti\w+/i;
const WORDS =
  /^(adequate\w*|anti\w+|triptans?|nsaids?|trials?|medic\w+|agents?|drugs?|lifetime|class(es)?|famil\w+|groups?|dos(e|es|age|ages)|highest|maximum|minimum|optimal|full|length|duration|results?|respon\w+|weeks?|months?|fail\w*|inadequate|insufficient|least|different|distinct|separate|prior|previous|current|episode|tolerat\w*|intoleran\w*|inability|unable|oral|monotherap\w+|therapeutic|fair|each|more|strateg\w+|augment\w*|adjunct\w*|last|years?|pharmac\w+|given|tried|person|different)$/i;

/** Classes of medicine a criterion may name, and the classes of the record that belong to each. */
const FAMILIES: readonly { readonly asked: RegExp; readonly noun: string; readonly has: RegExp }[] = [
  { asked: /antidepress/i, noun: 'antidepressant', has: /antidepress|\b(?:ssri|snri|tca|maoi|ndri|sari)\b|tricyclic/i },
  { asked: /antipsychotic/i, noun: 'antipsychotic', has: /antipsychotic|neuroleptic/i },
  { asked: /anticonvulsant|antiepileptic/i, noun: 'anticonvulsant', has: /anticonvuls|antiepilep|gabapentin/i },
  { asked: /triptan/i, noun: 'triptan', has: /triptan/i },
  { asked: /nsaid|anti-?inflammator/i, noun: 'anti-inflammatory drug', has: /nsaid|inflammator/i },
];

/** Counts the medicines tried. */
export function matchTrials(text: string, at: CaseAtHand): Part | undefined {
  if (AUGMENTS.test(text) && !/antidepress/i.test(text.replace(/augment\w*(?: of)?(?: an?)? antidepress\w*/i, '')))
    return undefined;
  const count = COUNT.exec(text);
  const wanted = numberOf(count?.[1]);
  if (wanted === undefined) return undefined;
  const family = FAMILIES.find(({ asked }) => asked.test(text));
  const classes = numberOf(CLASSES.exec(text)?.[1]) ?? 1;
  const weeks = /\bweeks?|\bmonths?/i.test(text) ? weeksIn(text.replace(COUNT, '')) : undefined;
  const failed = ASKS_FAILURE.test(text);
  const named = family ?? classNamed(text, at);
  const tried = at.treatments.filter(
    (each) =>
      each.kind === 'drug' &&
      isBefore(each, at) &&
      each.augments === undefined &&
      each.outcome !== 'contraindicated' &&
      (named === undefined || isOf(each, named)),
  );
  const fit = tried.filter(
    (each) =>
      isComplete(each) &&
      (!failed || hasFailed(each)) &&
      (weeks === undefined || (weeksOf(each, at.day) ?? 0) >= weeks - 0.5),
  );
  const noun = named?.noun ?? 'medicine';
  const enough = fit.length >= wanted && classesOf(fit) >= classes;
  const shown = enough ? fit : tried;
  return {
    state: stateOf(enough, tried.length, wanted),
    facts: factsOf(shown, treatmentInWords),
    why: countsInWords(noun, tried, fit, weeks),
    covers: named === undefined ? WORDS : new RegExp(`${WORDS.source}|^${noun.replace(/\W.*$/, '')}s?$`, 'i'),
  };
}

interface Family {
  readonly noun: string;
  readonly has: RegExp;
}

/** Of the family by its class; what only strengthens another is none. */
function isOf({ drugClass, name }: Treatment, { has }: Family): boolean {
  const text = drugClass ?? name;
  return has.test(text) && !/augmentation/i.test(text);
}

/** Words that many classes share. */
const COMMON = /^(medicines?|drugs?|agents?|other|inhibitors?|therapy|oral|and|or|for|specialty|reliever)$/i;

/** The class of the treatment history that the criterion names, e.g. “DMARD”. */
function classNamed(text: string, at: CaseAtHand): Family | undefined {
  const classes = [...new Set(at.treatments.flatMap(({ drugClass }) => drugClass ?? []))];
  for (const each of classes) {
    const words = each.split(/[^A-Za-z0-9]+/).filter((word) => word.length >= 3 && !COMMON.test(word));
    const word = words.find((one) => new RegExp(`\\b${one}s?\\b`, 'i').test(text));
    if (word !== undefined) return { noun: word, has: new RegExp(word, 'i') };
  }
  return undefined;
}

/** Begun before the denied care: the denied treatment itself is no earlier trial. */
function isBefore({ from, name }: Treatment, { firstDay }: CaseAtHand): boolean {
  if (/\bketamine|esketamine|spravato/i.test(name)) return false;
  return from === undefined || firstDay === undefined || from < firstDay;
}

function stateOf(enough: boolean, found: number, wanted: number): CriterionState {
  if (enough) return 'met';
  if (found === 0) return 'not-shown';
  return found < wanted ? 'not-met' : 'unclear';
}

function classesOf(treatments: readonly Treatment[]): number {
  return new Set(treatments.map((each) => each.drugClass?.toLowerCase()).filter((each) => each !== undefined)).size;
}

/** “6 antidepressants of 4 classes, each with dose, dates and result”. */
function countsInWords(
  noun: string,
  tried: readonly Treatment[],
  fit: readonly Treatment[],
  weeks: number | undefined,
): string {
  if (tried.length === 0) return `No ${noun} is on the treatment history yet`;
  const classes = classesOf(tried);
  const all = `${counted(tried.length, noun)}${classes > 0 ? ` of ${counted(classes, 'class')}` : ''}`;
  const how = `dose, dates and result${weeks === undefined ? '' : ` for ${Math.round(weeks)} weeks or longer`}`;
  const typed = tried.filter((each) => each.source === undefined).length;
  const mine = typed === 0 ? '' : `; ${typed} of them typed by you, without a page`;
  if (fit.length === tried.length) return `${all}, each with ${how}${mine}`;
  return `${all}; ${fit.length === 0 ? 'none' : fit.length} of them with ${how} as asked${mine}`;
}

/** Counts medicines given to strengthen another. */
export function matchAugmentation(text: string, at: CaseAtHand): Part | undefined {
  if (!AUGMENTS.test(text) || COUNT.test(text.replace(/augment\w*.*$/i, ''))) return undefined;
  const wanted =
    numberOf(new RegExp(`\\b(${NUMBER})(?: \\(\\d+\\))?(?: [\\w-]+){0,2}? augment`, 'i').exec(text)?.[1]) ?? 1;
  const tried = at.treatments.filter((each) => each.kind === 'drug' && each.augments !== undefined);
  const fit = tried.filter((each) => each.outcome !== 'unknown' && each.outcome !== 'contraindicated');
  const enough = fit.length >= wanted;
  return {
    state: stateOf(enough, tried.length, wanted),
    facts: factsOf(tried, (each) => `${treatmentInWords(each)}${each.augments ? ` (added to ${each.augments})` : ''}`),
    why:
      tried.length === 0
        ? 'No augmentation is on the treatment history yet'
        : `${counted(tried.length, 'augmentation')}${fit.length === tried.length ? ', each with its result' : `; ${fit.length} with its result`}`,
    covers: WORDS,
  };
}
