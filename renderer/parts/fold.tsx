// Something that is there for those who want it, folded away for those who don't.
import type { ReactNode } from 'react';

interface FoldProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
}

/** The browser's own fold: it works by keyboard and is told to screen readers. */
export function Fold({ summary, children, isOpen = false }: FoldProps) {
  return (
    <details className="fold" open={isOpen}>
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
