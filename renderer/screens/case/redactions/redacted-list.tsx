// What is blacked out, page by page, with why; and what the user left although the app had suggested it.
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { RedactablePage } from '../../../../shared/contract/redactions.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Redaction, RedactionWhy } from '../../../../shared/model/redaction.ts';
import { BY_WORDS, WHY_WORDS } from '../../../../shared/packet/redaction/report.ts';
import { Fold } from '../../../parts/fold.tsx';
import { count } from '../../../wording/format.ts';
import { LogButtons } from './log-buttons.tsx';
import { PlaceButton } from './place-button.tsx';
import { pageAt, pageName, WHY_CHOICES } from './redaction-words.ts';
import { boxCount, type RedactionDesk } from './use-redactions.ts';

interface RedactedListProps {
  readonly view: CaseView;
  readonly pages: readonly RedactablePage[];
  readonly desk: RedactionDesk;
  readonly onShow: (place: { readonly documentId: string; readonly pageNumber: number }) => void;
}

/** In the order of the pages; those of papers that are not in the packet now stand last. */
export function RedactedList({ view, pages, desk, onShow }: RedactedListProps) {
  const order = (each: Redaction) => {
    const at = pageAt(pages, each);
    return at < 0 ? pages.length : at;
  };
  const sorted = view.case.redactions.toSorted((a, b) => order(a) - order(b));
  const applied = sorted.filter(({ state }) => state === 'applied');
  const left = sorted.filter(({ state }) => state === 'waved-off');
  const pageKeys = [...new Set(applied.map((each) => `${each.documentId}/${each.pageNumber}`))];
  return (
    <Stack gap="md">
      <Text role="status">
        {applied.length === 0
          ? 'Nothing is blacked out yet.'
          : `${count(boxCount(applied), 'place')} blacked out on ${count(pageKeys.length, 'page')}.`}
      </Text>
      <ul className="plain-list redaction-list">
        {pageKeys.map((key) => (
          <PageRow
            key={key}
            own={applied.filter((each) => `${each.documentId}/${each.pageNumber}` === key)}
            pages={pages}
            desk={desk}
            onShow={onShow}
          />
        ))}
      </ul>
      {left.length > 0 && (
        <Fold summary={`Left as it is: ${count(left.length, 'suggestion')}`}>
          <ul className="plain-list redaction-list">
            {left.map((each) => (
              <li key={each.id}>
                <Text size="sm">
                  {WHY_WORDS[each.why]}, <PlaceButton pages={pages} place={each} onShow={onShow} />
                </Text>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={desk.isBusy}
                  onClick={() => desk.remove([each], 'Suggested again.')}
                >
                  Suggest again
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <LogButtons caseId={view.case.id} />
    </Stack>
  );
}

function PageRow(props: {
  readonly own: readonly Redaction[];
  readonly pages: readonly RedactablePage[];
  readonly desk: RedactionDesk;
  readonly onShow: RedactedListProps['onShow'];
}) {
  const { own, pages, desk, onShow } = props;
  const [first] = own;
  if (first === undefined) return null;
  const page = pages[pageAt(pages, first)];
  const name = page === undefined ? 'a page that is not in the packet' : pageName(page);
  return (
    <li>
      <Group justify="space-between" wrap="nowrap">
        <Text>
          <PlaceButton pages={pages} place={first} onShow={onShow} />: {count(boxCount(own), 'box', 'boxes')}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          disabled={desk.isBusy}
          aria-label={`Remove all boxes of ${name}`}
          onClick={() => desk.remove(own)}
        >
          Remove
        </Button>
      </Group>
      {own.map((each, index) => (
        <Group key={each.id} gap="xs" mt={4}>
          <NativeSelect
            size="xs"
            aria-label={`Why, ${name}, ${index + 1} of ${own.length}`}
            data={WHY_CHOICES}
            value={each.why}
            onChange={(event) =>
              // The choices are the reasons themselves.
              desk.change({ ...each, why: event.currentTarget.value as RedactionWhy }, 'The reason was changed.')
            }
          />
          <Text size="sm" c="dimmed">
            {BY_WORDS[each.by]}
          </Text>
        </Group>
      ))}
    </li>
  );
}
