// Private data the app found on the pages that go out, by kind: black out one, all of a kind, or leave it.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { RedactablePage, RedactionSuggestionView } from '../../../../shared/contract/redactions.ts';
import { type Redaction, RedactionWhy } from '../../../../shared/model/redaction.ts';
import { WHY_WORDS } from '../../../../shared/packet/redaction/report.ts';
import { count } from '../../../wording/format.ts';
import { PlaceButton } from './place-button.tsx';
import { newRedaction } from './redaction-words.ts';
import type { RedactionDesk } from './use-redactions.ts';

interface SuggestionListProps {
  readonly pages: readonly RedactablePage[];
  readonly suggestions: readonly RedactionSuggestionView[];
  readonly desk: RedactionDesk;
  readonly onShow: (place: { readonly documentId: string; readonly pageNumber: number }) => void;
}

/** Nothing here is blacked out until the user says so. */
export function SuggestionList({ pages, suggestions, desk, onShow }: SuggestionListProps) {
  const groups = RedactionWhy.options
    .map((why) => ({ why, own: suggestions.filter((each) => each.why === why) }))
    .filter(({ own }) => own.length > 0);
  if (groups.length === 0)
    return (
      <Text c="dimmed">Nothing private was found that a plan doesn’t need. Look through the pages all the same.</Text>
    );
  return (
    <Stack gap="lg">
      <Text size="sm">The app found these. Nothing is blacked out until you say so.</Text>
      {groups.map(({ why, own }) => (
        <SuggestionGroup key={why} why={why} suggestions={own} pages={pages} desk={desk} onShow={onShow} />
      ))}
    </Stack>
  );
}

function SuggestionGroup({
  why,
  suggestions,
  pages,
  desk,
  onShow,
}: SuggestionListProps & { readonly why: RedactionWhy }) {
  const name = WHY_WORDS[why];
  const settle = (own: readonly RedactionSuggestionView[], state: Redaction['state']) => {
    const redactions = own.map(({ documentId, pageNumber, boxes }) =>
      newRedaction({ documentId, pageNumber, boxes: [...boxes], why, by: 'suggestion', state }),
    );
    const done = state === 'applied' ? 'Blacked out' : 'Left as it is';
    desk.add(redactions, `${done}: ${count(own.length, 'place')} (${name}).`);
  };
  return (
    <section aria-label={`Suggestions: ${name}`}>
      <Group justify="space-between" mb={6}>
        <Title order={3} size="h4">
          {name} ({suggestions.length})
        </Title>
        {suggestions.length > 1 && (
          <Group gap={6}>
            <Button
              size="compact-sm"
              disabled={desk.isBusy}
              aria-label={`Black out all of this kind: ${name}`}
              onClick={() => settle(suggestions, 'applied')}
            >
              Black out all
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={desk.isBusy}
              aria-label={`Leave all of this kind: ${name}`}
              onClick={() => settle(suggestions, 'waved-off')}
            >
              Leave all
            </Button>
          </Group>
        )}
      </Group>
      {why === 'birth-date' && (
        <Text size="sm" c="dimmed" mb={6}>
          Plans often find a member by the date of birth. Leave your own where the plan must find you.
        </Text>
      )}
      <ul className="plain-list redaction-list">
        {suggestions.map((each) => (
          <li key={`${each.documentId}/${each.pageNumber}/${each.boxes[0]?.x}/${each.boxes[0]?.y}`}>
            <Text className="wrap-anywhere">
              “{each.text}” <PlaceButton pages={pages} place={each} onShow={onShow} />
            </Text>
            <Text size="sm" c="dimmed">
              {each.what}
            </Text>
            <Group gap={6} mt={4}>
              <Button
                size="compact-sm"
                variant="default"
                disabled={desk.isBusy}
                aria-label={`Black out: ${each.text}`}
                onClick={() => settle([each], 'applied')}
              >
                Black out
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={desk.isBusy}
                aria-label={`Leave it: ${each.text}`}
                onClick={() => settle([each], 'waved-off')}
              >
                Leave it
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
