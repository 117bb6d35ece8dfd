// Whether the person is choosing words of a page, and which are chosen so far.
import { useState } from 'react';
import type { Pick } from './picking.ts';

export interface Picking {
  readonly isOn: boolean;
  readonly pick: Pick | undefined;
  start(): void;
  choose(pick: Pick | undefined): void;
  leave(): void;
}

/** Off at first; what was chosen is forgotten when it ends. */
export function usePicking(): Picking {
  const [isOn, setOn] = useState(false);
  const [pick, choose] = useState<Pick>();
  const turn = (on: boolean) => {
    setOn(on);
    choose(undefined);
  };
  return { isOn, pick, start: () => turn(true), choose, leave: () => turn(false) };
}
