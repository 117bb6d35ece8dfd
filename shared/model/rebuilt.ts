// What making a vault's database anew from its stored papers gave back, and in plain words what it could not.
import { z } from 'zod';

export const Rebuilt = z.object({
  /** Papers that are there again. */
  papers: z.number().int(),
  /** Those among them whose file names were not in their files: they are called “Paper 1.pdf” and so on. */
  unnamed: z.number().int(),
  /** Built packets that are there again, as papers. */
  packets: z.number().int(),
  /** Pictures of pages of papers whose own file is lost: there as papers too. */
  pictures: z.number().int(),
  /** Stored files that can't be used, named as well as they tell, with the code of the error. */
  damaged: z.array(z.object({ what: z.string(), code: z.string() })),
  /** The folder the old database is in now; missing when there was none. */
  putAside: z.string().optional(),
});
export type Rebuilt = z.infer<typeof Rebuilt>;

/** What only the database knew. */
export const LOST_WITH_DATABASE =
  'What only the database knew could not come back: cases, letters, diary and dates, notes, highlights, corrections and black bars, the link of packets to their cases, passwords of locked papers, and which papers were in the trash.';

/** The outcome as sentences, most important first. */
export function rebuiltSentences({
  papers,
  unnamed,
  packets,
  pictures,
  damaged,
  putAside,
}: Rebuilt): readonly string[] {
  return [
    `${counted(papers, 'paper is', 'papers are')} there again, byte for byte, and ${papers === 1 ? 'is' : 'are'} read anew.`,
    unnamed > 0 &&
      `${counted(unnamed, 'paper has', 'papers have')} a made-up name: an older version of the app did not keep names in the files.`,
    packets > 0 && `${counted(packets, 'built packet is', 'built packets are')} there again, among the papers.`,
    pictures > 0 &&
      `Of papers whose own file is lost, ${counted(pictures, 'picture of a page is', 'pictures of pages are')} there, among the papers.`,
    damaged.length > 0 &&
      `${counted(damaged.length, 'stored file is', 'stored files are')} damaged and could not be used: ${damaged.map(({ what }) => what).join('; ')}.`,
    LOST_WITH_DATABASE,
    putAside !== undefined && `The old database was not deleted: it is in ${putAside}.`,
  ].filter((sentence) => sentence !== false);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
