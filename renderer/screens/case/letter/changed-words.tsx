// Words of a block before and after a change.
import { Text } from '@mantine/core';
import type { LetterUpdate } from '../../../../shared/contract/appeal-letter.ts';

interface ChangedWordsProps {
  readonly kind: LetterUpdate['kind'];
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Told by a word as well as by colour. */
export function ChangedWords({ kind, before, after }: ChangedWordsProps) {
  if (kind === 'moved')
    return (
      <Text size="sm">
        <span className="change-word">Elsewhere:</span> {after}
      </Text>
    );
  return (
    <>
      {before !== undefined && (
        <Text size="sm" className="change-before">
          <span className="change-word">{kind === 'removed' ? 'No longer:' : 'Before:'}</span> {before}
        </Text>
      )}
      {after !== undefined && (
        <Text size="sm" className="change-after">
          <span className="change-word">{kind === 'added' ? 'New:' : 'Now:'}</span> {after}
        </Text>
      )}
    </>
  );
}
