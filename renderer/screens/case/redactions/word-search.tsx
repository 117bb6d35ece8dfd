// Finds words on all pages that go out, shows each place, and blacks out those that stay ticked.
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RedactablePage, RedactionHit } from '../../../../shared/contract/redactions.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import type { RedactionWhy } from '../../../../shared/model/redaction.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { count } from '../../../wording/format.ts';
import { PlaceButton } from './place-button.tsx';
import { newRedaction, WHY_CHOICES } from './redaction-words.ts';
import type { RedactionDesk } from './use-redactions.ts';

interface WordSearchProps {
  readonly caseId: CaseId;
  readonly pages: readonly RedactablePage[];
  readonly desk: RedactionDesk;
  readonly onShow: (place: { readonly documentId: string; readonly pageNumber: number }) => void;
  /** The places found, to be outlined on the page; empty when none are shown. */
  readonly onFound: (hits: readonly RedactionHit[]) => void;
}

/** The search is run on a click or Enter, so that a long packet isn't searched at each key. */
export function WordSearch({ caseId, pages, desk, onShow, onFound }: WordSearchProps) {
  const { client } = useHost();
  const [phrase, setPhrase] = useState('');
  const [isWhole, setWhole] = useState(true);
  const [isMisread, setMisread] = useState(true);
  const [why, setWhy] = useState<RedactionWhy>('third-party');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const find = useMutation({
    mutationFn: () =>
      client.redactions.find({ id: caseId, phrase: phrase.trim(), wholeWords: isWhole, misread: isMisread }),
    onSuccess: (hits) => {
      setLeft(new Set());
      onFound(hits);
    },
  });
  const hits = find.data;
  const open = (hits ?? []).filter((hit) => !hit.covered);
  const chosen = open.filter((hit) => !left.has(keyOf(hit)));
  const apply = () => {
    const redactions = chosen.map(({ documentId, pageNumber, boxes }) =>
      newRedaction({ documentId, pageNumber, boxes: [...boxes], why, by: 'word' }),
    );
    desk.add(redactions, `Blacked out: ${count(chosen.length, 'place')}.`, () => find.mutate());
  };
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (phrase.trim() !== '') find.mutate();
        }}
      >
        <Stack gap="xs">
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              label="Words to find"
              description="A name, a number, a phrase; case, accents and hyphens don’t matter"
              value={phrase}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setPhrase(event.currentTarget.value)}
              style={{ flex: 1 }}
            />
            <Button type="submit" loading={find.isPending} disabled={phrase.trim() === ''}>
              Find
            </Button>
          </Group>
          <Checkbox
            label="Whole words only"
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          <Checkbox
            label="Also where the scanner misread a letter"
            checked={isMisread}
            onChange={(event) => setMisread(event.currentTarget.checked)}
          />
        </Stack>
      </form>
      <ErrorNotice error={find.error} />
      {hits !== undefined && (
        <>
          <Text role="status">
            {hits.length === 0
              ? 'Not found. Handwriting and words that could not be read are not found: look through the pages too.'
              : `Found in ${count(hits.length, 'place')}${open.length < hits.length ? `, ${hits.length - open.length} of them blacked out already` : ''}.`}
          </Text>
          <ul className="plain-list redaction-list">
            {hits.map((hit) => (
              <li key={keyOf(hit)}>
                <Checkbox
                  aria-label={`Black out “${hit.text}”, ${hit.before} … ${hit.after}`}
                  checked={hit.covered || !left.has(keyOf(hit))}
                  disabled={hit.covered}
                  onChange={(event) => setLeft(toggled(left, keyOf(hit), !event.currentTarget.checked))}
                  label={
                    <span className="wrap-anywhere">
                      {hit.before} <mark>{hit.text}</mark> {hit.after}
                    </span>
                  }
                />
                <Text size="sm" pl={32}>
                  <PlaceButton pages={pages} place={hit} onShow={onShow} />
                  {hit.covered && ' · blacked out'}
                </Text>
              </li>
            ))}
          </ul>
          {open.length > 0 && (
            <Group align="flex-end">
              <NativeSelect
                label="Why"
                data={WHY_CHOICES}
                value={why}
                // The choices are the reasons themselves.
                onChange={(event) => setWhy(event.currentTarget.value as RedactionWhy)}
              />
              <Button disabled={chosen.length === 0 || desk.isBusy} onClick={apply}>
                Black out {count(chosen.length, 'place')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}

function keyOf({ documentId, pageNumber, boxes }: RedactionHit): string {
  return `${documentId}/${pageNumber}/${boxes.map(({ x, y }) => `${x},${y}`).join('/')}`;
}

function toggled(all: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(all);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
