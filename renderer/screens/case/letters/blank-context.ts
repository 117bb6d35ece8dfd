// Where a click on a blank of a letter leads, when its field stands beside the letter.
import { createContext } from 'react';

/** Focuses the field of the blank with this label; missing where blanks lead to the facts and reasons of the case. */
export const BlankTarget = createContext<((label: string) => void) | undefined>(undefined);
