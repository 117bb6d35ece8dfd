// Names that came with bytes from elsewhere, made fit to be shown.

const LONGEST_NAME = 200;

/** The last part of a name, without signs no file name has: it is shown, and never a path. */
export function plainName(name: string, otherwise: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (/^\.*$/.test(clean)) return otherwise;
  if (clean.length <= LONGEST_NAME) return clean;
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, LONGEST_NAME - ending.length) + ending;
}

/** What systems put beside the files of their users: no papers. */
const OF_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** True for names, with or without folders, of files no person made. */
export function isOfTheSystem(name: string): boolean {
  return OF_THE_SYSTEM.test(name);
}
