// A Word file → its paragraphs and tables, read by mammoth's own model of a document; nothing of it is run, fetched or written.
import mammoth from 'mammoth';
import { AppError } from '../../shared/errors.ts';
import type { WordBlock, WordFile, WordParagraph, WordPiece } from '../../shared/letters/word/word-file.ts';
import { MAX_WORD_LETTERS } from './limits.ts';
import { checkZip } from './zip-limits.ts';

/** Reads a .docx. Throws word-file-damaged, word-file-too-large, word-file-empty. */
export async function readWordFile(bytes: Uint8Array): Promise<WordFile> {
  checkZip(bytes);
  const document = await documentOf(bytes);
  const counts = { comments: 0, footnotes: 0, pictures: 0, letters: 0 };
  const blocks = childrenOf(document).flatMap((element) => blocksOf(element, counts));
  if (counts.letters === 0) throw new AppError('word-file-empty');
  return { blocks, comments: counts.comments, footnotes: counts.footnotes, pictures: counts.pictures };
}

interface Counts {
  comments: number;
  footnotes: number;
  pictures: number;
  letters: number;
}

/** An element of mammoth's model: a type and whatever else it has. */
type Element = Readonly<Record<string, unknown>> & { readonly type: string };

async function documentOf(bytes: Uint8Array): Promise<Element> {
  let document: unknown;
  try {
    // An anchor of the library's own: the model is handed to this function before it would become HTML, which is not wanted.
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (element: unknown) => {
          document = element;
          return { type: 'document', children: [], notes: { resolve: () => undefined }, comments: [] };
        },
      },
    );
  } catch (cause) {
    throw new AppError('word-file-damaged', { cause });
  }
  if (!isElement(document)) throw new AppError('word-file-damaged', { cause: new Error('no document') });
  return document;
}

function blocksOf(element: Element, counts: Counts): WordBlock[] {
  if (element.type === 'paragraph') return [{ kind: 'paragraph', ...paragraphOf(element, counts) }];
  if (element.type === 'table') {
    const rows = childrenOf(element).map((row) =>
      childrenOf(row).map((cell) => paragraphsIn(cell).map((each) => paragraphOf(each, counts))),
    );
    return [{ kind: 'table', rows }];
  }
  return childrenOf(element).flatMap((child) => blocksOf(child, counts));
}

/** The paragraphs of a cell, those of tables within it too. */
function paragraphsIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => (child.type === 'paragraph' ? [child] : paragraphsIn(child)));
}

function paragraphOf(element: Element, counts: Counts): WordParagraph {
  const bookmarks: string[] = [];
  const pieces = piecesOf(
    element,
    { bold: false, italic: false, highlighted: false, style: '', anchor: '' },
    bookmarks,
    counts,
  );
  const { numbering } = element;
  const isList = typeof numbering === 'object' && numbering !== null;
  const isOrdered = isList && 'isOrdered' in numbering && numbering.isOrdered === true;
  return {
    style: stringOf(element.styleId),
    styleName: stringOf(element.styleName),
    list: !isList ? 'none' : isOrdered ? 'ordered' : 'dotted',
    bookmarks,
    pieces,
  };
}

function piecesOf(element: Element, look: Omit<WordPiece, 'text'>, bookmarks: string[], counts: Counts): WordPiece[] {
  return childrenOf(element).flatMap((child): WordPiece[] => {
    switch (child.type) {
      case 'text':
        return pieceOf(stringOf(child.value), look, counts);
      case 'tab':
        return pieceOf(' ', look, counts);
      case 'break':
        return child.breakType === 'line' ? pieceOf('\n', look, counts) : [];
      case 'bookmarkStart':
        bookmarks.push(stringOf(child.name));
        return [];
      case 'run':
        return piecesOf(child, { ...look, ...lookOf(child) }, bookmarks, counts);
      case 'hyperlink':
        return piecesOf(child, { ...look, anchor: stringOf(child.anchor) }, bookmarks, counts);
      case 'commentReference':
        counts.comments += 1;
        return [];
      case 'noteReference':
        counts.footnotes += 1;
        return [];
      case 'image':
        counts.pictures += 1;
        return [];
      default:
        return piecesOf(child, look, bookmarks, counts);
    }
  });
}

function lookOf(run: Element): Pick<WordPiece, 'bold' | 'italic' | 'highlighted' | 'style'> {
  return {
    bold: run.isBold === true,
    italic: run.isItalic === true,
    highlighted: typeof run.highlight === 'string',
    style: stringOf(run.styleId),
  };
}

function pieceOf(text: string, look: Omit<WordPiece, 'text'>, counts: Counts): WordPiece[] {
  counts.letters += text.trim().length;
  if (counts.letters > MAX_WORD_LETTERS)
    throw new AppError('word-file-too-large', { details: { limitMb: MAX_WORD_LETTERS / 1_000_000 } });
  return text === '' ? [] : [{ text, ...look }];
}

function childrenOf(element: Element): readonly Element[] {
  return Array.isArray(element.children) ? element.children.filter(isElement) : [];
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
