// One part of the panel: a heading that opens and closes it, with the gist beside the heading.
import { Accordion } from '@mantine/core';
import type { ReactNode } from 'react';

interface PartProps {
  readonly name: PartName;
  readonly heading: string;
  /** What one must know even while the part is closed. */
  readonly gist?: string | undefined;
  readonly isUrgent?: boolean;
  readonly children: ReactNode;
}

export type PartName = 'deadline' | 'plan' | 'reasons' | 'codes' | 'notice' | 'rights' | 'read' | 'notes' | 'paper';

/** Stands in an accordion. */
export function Part({ name, heading, gist, isUrgent = false, children }: PartProps) {
  return (
    <Accordion.Item value={name} className="denial-part">
      <Accordion.Control>
        <span className="denial-part-heading">{heading}</span>
        {gist !== undefined && (
          <>
            {' '}
            <span className="denial-part-gist" data-urgent={isUrgent || undefined}>
              {gist}
            </span>
          </>
        )}
      </Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}
