// Where something stands: words on a page of a document.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';
import { Proof } from './finding.ts';

/** Words on a page of a document. */
export const Source = z.object({ documentId: DocumentId, proof: Proof });
export type Source = z.infer<typeof Source>;
