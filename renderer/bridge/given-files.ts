// The files a browser hands over, with all that stands in folders: which of them are papers.

/** The largest number of files one import takes. */
export const MAX_FILES = 2000;

/** Names of what systems put beside the files of their users, and of what is hidden from them. */
const NO_PAPER = /^(?:\..*|__MACOSX|Thumbs\.db|desktop\.ini)$/i;

/** A file as browsers give it: below a chosen folder it knows its way from there, else the way is empty. */
export type GivenFile = Pick<File, 'name' | 'webkitRelativePath'>;

/** The papers among the files, those of a folder in the order of their names, and how many had to be left out because they were too many. */
export function papersAmong<T extends GivenFile>(
  files: readonly T[],
): { readonly papers: readonly T[]; readonly leftOut: number } {
  const seen = files.filter(
    ({ webkitRelativePath }) => !stepsOf(webkitRelativePath).some((step) => NO_PAPER.test(step)),
  );
  const sorted = seen.every(({ webkitRelativePath }) => webkitRelativePath !== '') ? seen.toSorted(byPlace) : seen;
  return { papers: sorted.slice(0, MAX_FILES), leftOut: Math.max(0, sorted.length - MAX_FILES) };
}

/** What is said when there is nothing to take, or more than is taken. */
export function leftOutSentence(leftOut: number): string {
  return leftOut === 0
    ? 'There are no papers in this folder.'
    : `Only the first ${MAX_FILES.toLocaleString('en')} files are taken at once. Add the other ${leftOut.toLocaleString('en')} when these are in.`;
}

function byPlace(a: GivenFile, b: GivenFile): number {
  return a.webkitRelativePath.localeCompare(b.webkitRelativePath, 'en', { numeric: true });
}

function stepsOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('/');
}
