// Arranges pages of papers into new papers, and takes that back. Nothing of the papers they come from is changed.
import { join } from 'node:path';
import {
  joinedMoves,
  type Moves,
  movesBack,
  movesOf,
  namesPaper,
  withMovedPages,
} from '../../shared/cases/moved-pages.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, DocumentId, JobId } from '../../shared/ids.ts';
import type { ArrangedPage, Arrangement } from '../../shared/model/arrangement.ts';
import type { Case } from '../../shared/model/case.ts';
import { MEDIA_TYPES } from '../../shared/model/document.ts';
import type { Corrections } from '../../shared/model/finding.ts';
import { readOn, understand } from '../intake/intake.ts';
import { arrangedFile } from '../packet/arranged-file.ts';
import type { Vault } from '../vault/types.ts';
import type { Services } from './services.ts';
import { vaultSource } from './vault-source.ts';

interface NewPaper {
  readonly title?: string | undefined;
  readonly pages: readonly ArrangedPage[];
}

interface Arranged {
  readonly documentIds: DocumentId[];
  /** Missing when nothing was turned: then the papers are read already. */
  readonly jobId?: JobId;
  readonly staying: { id: CaseId; title: string }[];
}

/**
 * Makes the papers, lets the cases follow that can, and starts the job that reads what was turned. Throws document-not-found, page-not-found,
 * paper-unfinished for papers that are still being read.
 */
export async function arrange(services: Services, papers: readonly NewPaper[]): Promise<Arranged> {
  const vault = services.session.vault();
  for (const { documentId, pageNumber } of papers.flatMap(({ pages }) => pages)) {
    if (vault.documents.summary(documentId).state === 'reading') throw new AppError('paper-unfinished');
    vault.documents.page(documentId, pageNumber);
  }
  const made: DocumentId[] = [];
  try {
    for (const paper of papers) await makePaper(services, vault, titled(vault, papers, paper), made);
    // All at once: whatever stops it before, no page is hidden that doesn't stand in a new paper.
    vault.arrangements.record(papers.map(({ pages }, index) => ({ id: made[index] as DocumentId, pages }))); // one for each
  } catch (cause) {
    for (const id of made) vault.documents.trash(id);
    throw cause;
  }
  const moves = joinedMoves(papers.map(({ pages }, index) => movesOf(made[index] as DocumentId, pages))); // one for each
  const staying = follow(vault, moves);
  const { jobs, readers, readingRules } = services;
  const unread = made.filter((_id, index) => papers[index]?.pages.some(({ turn }) => turn !== 0));
  for (const id of made) if (!unread.includes(id)) understand(id, vault, readingRules);
  if (unread.length === 0) return { documentIds: made, staying };
  const jobId = jobs.start(vault.jobs, 'import', { readOn: unread }, async ({ signal, report }) => {
    await readOn(unread, { vault, readers, readingRules, signal, report });
    return {};
  });
  return { documentIds: made, jobId, staying };
}

/** Puts arranged papers into the trash; what cases say of their pages goes back to the papers they came from. Throws arranged-in-use, document-not-found. */
export function undoArrange(vault: Vault, asked: readonly DocumentId[]): void {
  const ids = withSiblings(vault, asked);
  const moves = joinedMoves(ids.map((id) => movesBack(id, vault.arrangements.pages(id))));
  const values = vault.cases.list();
  const cannot = (value: Case) => namesPaper(value, ids) && withMovedPages(value, moves) === undefined;
  if (values.some(cannot)) throw new AppError('arranged-in-use');
  follow(vault, moves);
  for (const id of ids) vault.documents.trash(id);
}

/** With every other paper made of the same ones: as long as one of them stood, the papers they were made of would stay folded away. */
function withSiblings({ arrangements }: Vault, ids: readonly DocumentId[]): readonly DocumentId[] {
  const all = new Set(ids);
  // A set hands out what is added while it is gone through.
  for (const id of all)
    for (const source of arrangements.from(id)) for (const made of arrangements.into(source.id)) all.add(made.id);
  return [...all];
}

/** How a paper was arranged, and what its pages became. */
export function arrangementOf(vault: Vault, id: DocumentId): Arrangement {
  const { arrangements, cases } = vault;
  const named = (list: ReturnType<typeof arrangements.from>) =>
    list.map((each) => ({ id: each.id, title: each.title }));
  const into = named(arrangements.into(id));
  return {
    pages: [...arrangements.pages(id)],
    from: named(arrangements.from(id)),
    into,
    cases:
      into.length === 0
        ? []
        : cases
            .list()
            .filter((value) => namesPaper(value, [id]))
            .map((value) => ({ id: value.id, title: value.title })),
  };
}

/** A paper that only gets its pages in another order keeps its title. */
function titled(vault: Vault, papers: readonly NewPaper[], paper: NewPaper): NewPaper {
  const sources = new Set(paper.pages.map(({ documentId }) => documentId));
  const [source] = sources;
  if (paper.title !== undefined || papers.length > 1 || sources.size > 1 || source === undefined) return paper;
  return { ...paper, title: vault.documents.summary(source).title };
}

/** Stores one paper, adds it to `made`, and gives it the pages whose words stay as they are; turned ones are left to be read. */
async function makePaper(
  services: Services,
  vault: Vault,
  { title, pages }: NewPaper,
  made: DocumentId[],
): Promise<void> {
  const { documents, looks } = vault;
  const sources = [...new Set(pages.map(({ documentId }) => documentId))];
  const first = documents.summary(sources[0] as DocumentId); // there is at least one page
  const bytes = await arrangedFile({
    pages,
    fontsDir: join(services.platform.resourcesDir, 'fonts'),
    paper: (id) => vaultSource(vault, services.readers, id),
    pictureOf: (id, pageNumber) => documents.picture(id, pageNumber),
  });
  const fileName = pdfName(first.fileName);
  const { id } = await documents.add({ fileName, format: 'pdf', mediaType: MEDIA_TYPES.pdf, bytes });
  made.push(id);
  if (title !== undefined && title.trim() !== '') documents.setTitle(id, title);
  for (const source of sources) looks.judge(source, id, 'keep-both');
  takeOver(vault, id, sources, pages);
  for (const [index, { documentId, pageNumber, turn }] of pages.entries()) {
    if (turn !== 0) continue;
    const page = documents.page(documentId, pageNumber);
    await documents.savePage(id, { ...page, pageNumber: index + 1 }, await documents.picture(documentId, pageNumber));
  }
}

/** What the user said of the papers holds for the new one: kind, tags, notes, and verdicts on reasons whose page is still there. */
function takeOver(vault: Vault, id: DocumentId, sources: readonly DocumentId[], pages: readonly ArrangedPage[]): void {
  const { documents } = vault;
  const summaries = sources.map((source) => documents.summary(source));
  const kind = sources.map((source) => documents.kindByUser(source)).find((each) => each !== undefined);
  if (kind !== undefined) documents.setKind(id, kind);
  documents.setTags(
    id,
    summaries.flatMap(({ tags }) => tags),
  );
  documents.setNote(id, [...new Set(summaries.map(({ note }) => note).filter((note) => note !== ''))].join('\n'));
  for (const source of sources) {
    const places = movesOf(id, pages).get(source);
    documents.correct(source, (current) => {
      documents.correct(id, (before) => ({
        ...before,
        ...(current.planType !== undefined && { planType: current.planType }),
        verdicts: [...before.verdicts, ...current.verdicts.flatMap((verdict) => moved(verdict, places))],
      }));
      return current;
    });
  }
}

function moved(
  verdict: Corrections['verdicts'][number],
  places: ReadonlyMap<number, { readonly pageNumber: number }> | undefined,
): Corrections['verdicts'] {
  if (verdict.proof === undefined) return [verdict];
  const place = places?.get(verdict.proof.pageNumber);
  return place === undefined ? [] : [{ ...verdict, proof: { ...verdict.proof, pageNumber: place.pageNumber } }];
}

/** Cases follow as a whole or not at all; those that could not are named. */
function follow(vault: Vault, moves: Moves): { id: CaseId; title: string }[] {
  const ids = [...moves.keys()];
  const named = vault.cases.list().filter((value) => {
    const text = JSON.stringify(value);
    return ids.some((id) => text.includes(id));
  });
  return named.flatMap((value) => {
    const next = withMovedPages(value, moves);
    if (next === undefined) return [{ id: value.id, title: value.title }];
    vault.cases.save(next);
    return [];
  });
}

const pdfName = (fileName: string) => `${fileName.replace(/\.[^.]+$/, '')}.pdf`;
