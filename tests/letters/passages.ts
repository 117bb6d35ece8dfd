// Passages written one to a line: more ways to say each ground, and more ways to mention one without giving it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReasonId } from '../../shared/model/vocabulary.ts';
import type { Bank } from './bank.ts';

/** One author's lines. */
export interface Passages {
  readonly author: string;
  readonly grounds: Bank['grounds'];
  readonly mentions: Bank['mentions'];
}

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'letter-banks', 'passages');
const GROUND = /^([a-z-]+) \| (.*?)\[\[(.+?)\]\](.*)$/;
const MENTION = /^-([a-z-]+) ([a-z-]+) \| (.+)$/;

/** All files of the folder. A line is `reason | passage with the [[words that say it]]` or `-reason how | passage`. */
export function loadPassages(folder = FOLDER): Passages[] {
  return readdirSync(folder)
    .filter((name) => /^[a-z]\d+\.txt$/.test(name))
    .sort()
    .map((name) => passagesOf(name.replace('.txt', ''), readFileSync(join(folder, name), 'utf8')));
}

function passagesOf(author: string, text: string): Passages {
  const grounds: Partial<Record<ReasonId, Array<{ text: string; core: string }>>> = {};
  const mentions: Array<Bank['mentions'][number]> = [];
  for (const line of text.split('\n')) {
    const ground = GROUND.exec(line.trim());
    const mention = MENTION.exec(line.trim());
    if (ground !== null) {
      const [, id, before = '', core = '', after = ''] = ground;
      const reason = ReasonId.parse(id);
      grounds[reason] = [...(grounds[reason] ?? []), { text: `${before}${core}${after}`, core }];
    } else if (mention !== null) {
      const [, id, how = '', passage = ''] = mention;
      // The file's author used only the words for `how` that a bank knows.
      mentions.push({ text: passage, how: how as Bank['mentions'][number]['how'], ids: [ReasonId.parse(id)] });
    }
  }
  return { author, grounds: grounds as Bank['grounds'], mentions };
}

/** A letter's body with its grounds marked: which words say which reason. */
export interface Body {
  readonly author: string;
  readonly paragraphs: ReadonlyArray<ReadonlyArray<{ readonly text: string; readonly reason?: ReasonId }>>;
}

const MARKED = /\[\[([a-z-]+): (.+?)\]\]/gs;

/** The bodies of the files `*.bodies.txt`: `===` before each, blank lines between paragraphs, `[[reason: words]]` for each ground. */
export function loadBodies(folder = FOLDER): Body[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bodies.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/^===.*$/m)
        .filter((body) => body.trim() !== '')
        .map((body) => ({
          author: name.split('.')[0] ?? name,
          paragraphs: body
            .trim()
            .split(/\n\s*\n/)
            .map((paragraph) => runsOf(paragraph.replace(/\s+/g, ' ').trim())),
        })),
    );
}

function runsOf(paragraph: string): Array<{ text: string; reason?: ReasonId }> {
  const runs: Array<{ text: string; reason?: ReasonId }> = [];
  let from = 0;
  for (const hit of paragraph.matchAll(MARKED)) {
    runs.push({ text: paragraph.slice(from, hit.index) }, { text: hit[2] ?? '', reason: ReasonId.parse(hit[1]) });
    from = hit.index + hit[0].length;
  }
  runs.push({ text: paragraph.slice(from) });
  return runs.filter((run) => run.text !== '');
}

const ACT = /^(background|determination|approval|ask|acknowledgement|payment) \| (.+)$/;

/** Lines of letters that give no ground: what was asked, read, decided, approved, paid. `kind | passage`, from the files `*.acts.txt`. */
export function loadActs(folder = FOLDER): Array<{ readonly act: string; readonly text: string }> {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.acts.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .flatMap((line) => {
      const [, act, text] = ACT.exec(line.trim()) ?? [];
      return act === undefined || text === undefined ? [] : [{ act, text }];
    });
}

/** A bank that says the passages in the frame of another author's letters. */
export function inFrame(frame: Bank, passages: Passages): Bank {
  return { ...frame, author: passages.author, grounds: passages.grounds, mentions: passages.mentions };
}
