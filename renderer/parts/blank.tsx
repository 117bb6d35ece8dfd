// A visible blank: something nobody has told the app yet.
import type { ReactNode } from 'react';

/** Marked by its frame as well as by its words. */
export function Blank({ children }: { readonly children: ReactNode }) {
  return <span className="blank">{children}</span>;
}
