// The six things that are killed at random moments.
import { backingUp } from './backing-up.ts';
import { building } from './building.ts';
import { changingPassphrase } from './changing-passphrase.ts';
import { importing } from './importing.ts';
import { reading } from './reading.ts';
import { restoring } from './restoring.ts';
import type { Operation } from './rounds.ts';

export type KilledWork = 'import' | 'reading' | 'packet build' | 'backup' | 'restore' | 'passphrase change';

/** Each is given an empty folder of its own. */
export const OPERATIONS: readonly (readonly [KilledWork, (dir: string) => Promise<Operation>])[] = [
  ['passphrase change', changingPassphrase],
  ['restore', restoring],
  ['backup', backingUp],
  ['import', importing],
  ['packet build', building],
  ['reading', reading],
];
