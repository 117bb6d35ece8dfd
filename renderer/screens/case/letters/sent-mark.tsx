// Whether a letter went out, and on which day.
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { WrittenLetter } from '../../../../shared/model/diary.ts';
import type { IsoDate } from '../../../../shared/model/vocabulary.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { SENT_BEFORE_LOCK } from '../../../bridge/send-forms.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { typedDay } from '../../../parts/form-text.ts';
import { longDate, today } from '../../../wording/format.ts';

/** A letter that was sent stands in the chronology. */
export function SentMark({ view, written }: { readonly view: CaseView; readonly written: WrittenLetter }) {
  const { id } = view.case;
  const setSent = useCaseChange((client, sentOn: IsoDate | undefined) =>
    client.letters.setSent({ id, letterId: written.id, sentOn }),
  );
  return (
    <section aria-labelledby="sent-heading">
      <Title order={3} id="sent-heading" mb="xs">
        Sending it
      </Title>
      {written.sentOn === undefined ? (
        <form
          {...SENT_BEFORE_LOCK}
          onSubmit={(event) => {
            event.preventDefault();
            setSent.mutate(typedDay(new FormData(event.currentTarget), 'on') ?? today());
          }}
        >
          <Group align="flex-end" gap="xs">
            <DayInput name="on" label="Sent on" defaultValue={today()} max={today()} required withAsterisk={false} />
            <Button type="submit" variant="default" loading={setSent.isPending}>
              Mark as sent
            </Button>
          </Group>
        </form>
      ) : (
        <>
          <Text role="status">
            Sent on <strong>{longDate(written.sentOn)}</strong>. It stands in the chronology.
          </Text>
          <Button variant="default" size="compact-md" mt="xs" onClick={() => setSent.mutate(undefined)}>
            Not sent after all
          </Button>
        </>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        Receipts and confirmation numbers belong under{' '}
        <Anchor href={hrefOf({ screen: 'case', id, tab: 'submissions' })} underline="always" inherit>
          Sent
        </Anchor>
        .
      </Text>
    </section>
  );
}
