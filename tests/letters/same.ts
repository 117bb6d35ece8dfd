// When a value of a field is the one the truth holds: letter by letter, or as a lawyer would read it. The second never takes one thing for another: only
// letters behind or titles before a name, the form of a firm, the kind of plan in brackets, and how fully a rule is named are looked past.

/** Letters and digits alone, in lower case. */
export function plain(value: unknown): string {
  return String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** The same letters and digits; lists whatever their order. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const left = [...new Set(a.map(plain))].sort();
    const right = [...new Set(b.map(plain))].sort();
    return left.length === right.length && left.every((item, index) => item === right[index]);
  }
  return typeof a === 'number' || typeof b === 'number' ? Number(a) === Number(b) : plain(a) === plain(b);
}

const TITLES = /^(?:(?:dr|doctor|prof|mr|mrs|ms|miss|mx)\.? )+/i;
const CREDENTIALS =
  /(?:,? (?:MD|M\.D\.|DO|D\.O\.|PhD|Ph\.D\.|PsyD|NP|NP-C|PA|PA-C|PMHNP|FNP|APC|APRN|CNM|CRNA|M\.S\.|RN|DPM|DDS|DMD|LICSW|LCSW|LMFT|LPC|BCBA|DC|OD|PT|DPT|FACS))+$/;
const FIRM = /,? (?:inc|llc|pllc|llp|ltd|p\.?a|p\.?c|corp|co)\.?$/i;
const KIND_OF_PLAN = / \((?:HMO|PPO|EPO|POS|PDP|PFFS|HMO[- ]POS|FEHB|(?:HMO |PPO )?D-SNP|C-SNP|I-SNP)\)$/i;

/** As `same`, read as a lawyer would: for names and rules of a decision. */
export function sameToLawyer(field: string, a: unknown, b: unknown): boolean {
  if (same(a, b)) return true;
  const [left, right] = [String(a), String(b)];
  if (field === 'provider') return same(bare(left), bare(right));
  if (field === 'payer') return same(bare(left.replace(KIND_OF_PLAN, '')), bare(right.replace(KIND_OF_PLAN, '')));
  if (field === 'member_name') return same(inOrder(bare(left)), inOrder(bare(right)));
  return field === 'criteria_cited' && sameRule(left, right);
}

function bare(name: string): string {
  return name.trim().replace(TITLES, '').replace(CREDENTIALS, '').replace(FIRM, '');
}

/** "WARD, CALLA" is Calla Ward. */
function inOrder(name: string): string {
  const parts = name.split(', ');
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name;
}

/** Words that say what a rule is, besides its number and its title. */
const OF_RULES = /^(?:the|our|your|of|and|policy|guideline|criteria|criterion|section|rev|revised|edition|number|no)$/;

/**
 * Two names of one rule: the same numbers in the same order, and the other words of one among those of the other ("policy SP-4" and
 * "Harbor Policy SP-4, Lumbar Fusion"). A rule without any number must have the same words, apart from those that say what it is.
 * "section 6" is not "section 6(c)", nor "page 6".
 */
function sameRule(a: string, b: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9][a-z0-9.()/-]*/g) ?? [];
  const tidy = (word: string): string => word.replace(/[^a-z0-9]+/g, '');
  const split = (text: string): { numbers: string; others: string[] } => {
    const all = words(text).map(tidy);
    return {
      numbers: all.filter((word) => /\d|^[ivx]+$/.test(word) && !/^20\d\d$/.test(word)).join(' '),
      others: all.filter((word) => !/\d|^[ivx]+$/.test(word)),
    };
  };
  const [left, right] = [split(a), split(b)];
  if (left.numbers !== right.numbers) return false;
  const [short, long] = left.others.length <= right.others.length ? [left, right] : [right, left];
  if (left.numbers !== '')
    return short.others.every((word) => long.others.includes(word) || /^(?:policy|guideline|the|our)$/.test(word));
  const own = (list: readonly string[]): string => list.filter((word) => !OF_RULES.test(word)).join(' ');
  return own(left.others) !== '' && own(left.others) === own(right.others);
}
