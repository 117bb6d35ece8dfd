// Where a rule stands, and how far it was compared with its source.
import { Badge, Text } from '@mantine/core';
import type { IsoDate } from '../../../../shared/model/vocabulary.ts';
import { shortDate } from '../../../wording/format.ts';

interface BasisProps {
  /** Missing while the kind of plan is not known. */
  readonly citation?: string | undefined;
  readonly checkedOn?: IsoDate | undefined;
  readonly trust: 'verified' | 'to-be-verified';
}

/** The citation and its trust mark. */
export function Basis({ citation, checkedOn, trust }: BasisProps) {
  return (
    <div className="basis">
      <Badge className={trust === 'verified' ? 'tag tag-accent' : 'tag tag-warn'} size="sm">
        {trust === 'verified'
          ? `Checked${checkedOn === undefined ? '' : ` ${shortDate(checkedOn)}`}`
          : 'Still to be verified'}
      </Badge>
      {citation !== undefined && (
        <Text size="xs" c="dimmed" span>
          {citation}
        </Text>
      )}
    </div>
  );
}
