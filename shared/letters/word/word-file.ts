// A Word file as a reader process hands it over: paragraphs and tables with what of their look matters to a letter.

/** Text of one look. */
export interface WordPiece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly highlighted: boolean;
  /** Id of its character style; empty for none. */
  readonly style: string;
  /** The bookmark it links to within the file; empty for none. */
  readonly anchor: string;
}

export interface WordParagraph {
  /** Id and name of its style; empty for none. */
  readonly style: string;
  readonly styleName: string;
  readonly list: 'none' | 'ordered' | 'dotted';
  /** Bookmarks that begin in it. */
  readonly bookmarks: readonly string[];
  readonly pieces: readonly WordPiece[];
}

export type WordBlock =
  | ({ readonly kind: 'paragraph' } & WordParagraph)
  /** Rows of cells of paragraphs. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly WordParagraph[])[])[] };

export interface WordFile {
  readonly blocks: readonly WordBlock[];
  /** How many of these the file has: a letter cannot hold them. */
  readonly comments: number;
  readonly footnotes: number;
  readonly pictures: number;
}
