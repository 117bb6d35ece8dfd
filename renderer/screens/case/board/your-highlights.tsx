// The user's own notes and highlights on the papers of a case, offered as evidence before anything else.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CaseView, Ground } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { KEYS } from '../../../bridge/queries.ts';
import { annotationName, lookInWords } from '../../../wording/annotations.ts';
import { ColourSwatch } from '../../paper/notes/colour-swatch.tsx';
import { evidenceAt, useAddEvidence } from '../../paper/notes/use-add-evidence.ts';
import '../../../styles/notes.css';

interface YourHighlightsProps {
  readonly view: CaseView;
  readonly ground: Ground;
  readonly onAdded: () => void;
}

/** Nothing where there are none. */
export function YourHighlights({ view, ground, onAdded }: YourHighlightsProps) {
  const { client } = useHost();
  const { id } = view.case;
  const list = useQuery({ queryKey: KEYS.caseAnnotations(id), queryFn: () => client.annotations.ofCase({ id }) });
  const adding = useAddEvidence();
  const all = list.data ?? [];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="your-highlights">
      <Title order={3} id="your-highlights" mb="xs">
        Your highlights
      </Title>
      <Stack gap="xs" component="ul" className="plain-list your-highlights">
        {all.map((each) => {
          const isThere = evidenceAt(view.case, ground.id, each)?.state === 'accepted';
          const isOfPage = each.proof === undefined || each.isLost;
          return (
            <li key={each.id}>
              <Group wrap="nowrap" align="flex-start" justify="space-between">
                <div>
                  <Text className="note-quote" lineClamp={3}>
                    <ColourSwatch colour={each.colour} /> {isOfPage ? 'The page as a whole' : `“${each.proof?.quote}”`}
                  </Text>
                  {each.note !== '' && (
                    <Text size="sm" lineClamp={2}>
                      Your note: {each.note}
                    </Text>
                  )}
                  <Text size="sm" c="dimmed" className="wrap-anywhere">
                    {lookInWords(each)} · {each.title}, p. {each.pageNumber}
                  </Text>
                </div>
                <Button
                  size="compact-md"
                  style={{ flex: 'none' }}
                  disabled={isThere}
                  loading={adding.isBusy}
                  aria-label={`${isThere ? 'Linked already' : 'Use'}: ${annotationName(each)}`}
                  onClick={() => adding.add(view, ground.id, each, onAdded)}
                >
                  {isThere ? 'Linked already' : 'Use'}
                </Button>
              </Group>
            </li>
          );
        })}
      </Stack>
      <Title order={3} mt="md">
        Another page
      </Title>
    </section>
  );
}
