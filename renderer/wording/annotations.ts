// Notes and highlights in words: what the colours are called and mean, and what is said of a note.
import type { Annotation, AnnotationColour } from '../../shared/model/annotation.ts';

/** A colour is never the only sign: its meaning stands beside it, and on the page each has a line of its own kind. */
export const ANNOTATION_COLOURS: Readonly<
  Record<AnnotationColour, { readonly name: string; readonly meaning: string }>
> = {
  yellow: { name: 'yellow', meaning: 'Important' },
  green: { name: 'green', meaning: 'Helps me' },
  pink: { name: 'pink', meaning: 'Against me' },
  blue: { name: 'blue', meaning: 'To ask' },
};

/** Most letters of a quote in a notice or the name of a button. */
const SHORT = 60;

/** “Helps me (green)”; “Note” for a note without a colour. */
export function lookInWords({ colour }: Pick<Annotation, 'colour'>): string {
  if (colour === undefined) return 'Note';
  const { name, meaning } = ANNOTATION_COLOURS[colour];
  return `${meaning} (${name})`;
}

/** What an annotation is called: its words, cut where they are long, else its page. */
export function annotationName({ proof, pageNumber }: Pick<Annotation, 'proof' | 'pageNumber'>): string {
  return proof === undefined ? `page ${pageNumber}` : `“${shortened(proof.quote)}”`;
}

function shortened(text: string): string {
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT);
  return `${cut.slice(0, Math.max(SHORT / 2, cut.lastIndexOf(' ')))}…`;
}
