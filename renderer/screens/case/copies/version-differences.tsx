// What a version has that the one before had not, and the other way round.
import { List, Stack, Text } from '@mantine/core';
import type { PacketId } from '../../../../shared/ids.ts';
import type { LetterChange } from '../../../../shared/model/differences.ts';
import { isSame } from '../../../../shared/packet/differences.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Fold } from '../../../parts/fold.tsx';
import { count } from '../../../wording/format.ts';
import { differenceLines } from './difference-words.ts';
import { useDifferences } from './use-copies.ts';

/** Folded away; nothing for the first version. */
export function VersionDifferences({ packetId }: { readonly packetId: PacketId }) {
  const { data, error } = useDifferences(packetId);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data?.before === undefined) return null;
  const { before, differences } = data;
  if (differences === undefined)
    return (
      <Text size="sm" c="dimmed">
        What changed since version {before} is not known: one of the two was built before the app kept this.
      </Text>
    );
  if (isSame(differences))
    return (
      <Text size="sm" c="dimmed">
        Nothing changed since version {before}.
      </Text>
    );
  const lines = differenceLines(differences);
  return (
    <Fold summary={`${count(lines.length + differences.letter.length, 'change')} since version ${before}`}>
      <Stack gap="sm">
        <List spacing={4} size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {differences.letter.map((change, index) => (
          // The changes of a letter never move: their place names them.
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read alike
          <LetterLine key={index} change={change} />
        ))}
      </Stack>
    </Fold>
  );
}

const LETTER_WORDS = {
  added: 'New in the letter',
  removed: 'Taken out of the letter',
  changed: 'Changed in the letter',
} as const;

function LetterLine({ change }: { readonly change: LetterChange }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {LETTER_WORDS[change.kind]}
        {change.under !== '' && `, under “${change.under}”`}
      </Text>
      {change.before !== undefined && (
        <Text size="sm" c="dimmed" component="del" display="block">
          {change.before}
        </Text>
      )}
      {change.after !== undefined && (
        <Text size="sm" component="ins" display="block" td="none">
          {change.after}
        </Text>
      )}
    </div>
  );
}
