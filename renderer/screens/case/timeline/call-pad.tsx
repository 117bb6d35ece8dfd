// The pad for a call: lies beside whatever is on the screen, so that papers can be looked at while one is on the phone.
import { Button, CloseButton, Group, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useId } from 'react';
import { ENTRY_NAMES } from '../../../../shared/cases/timeline/typed-events.ts';
import { EntryKind } from '../../../../shared/model/diary.ts';
import { useCase, useCaseChange } from '../../../bridge/queries.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { sendOnCtrlEnter } from '../../../parts/form-text.ts';
import { PaperSelect } from '../../../parts/paper-select.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { choicesOf } from '../../../wording/vocabulary.ts';
import { hasDirection } from './new-entry.ts';
import { RunningClock } from './running-clock.tsx';
import { type DraftState, type PadTarget, usePadDraft } from './use-pad-draft.ts';

const STATES: Readonly<Record<DraftState, string>> = {
  clean: '',
  typing: '',
  saving: 'Saving…',
  saved: 'Draft saved',
  failed: 'Not saved. Change the text to try again.',
};
const DIRECTIONS = { out: 'From you', in: 'From them' } as const;

interface CallPadProps {
  readonly target: PadTarget;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

/** Starts with now; every field may stay empty. */
export function CallPad({ target, first, onClose }: CallPadProps) {
  const { draft, state, startedAt, change, stopClock, store, discard } = usePadDraft(target);
  const restore = useCaseChange((client, entry: PadTarget['entry']) =>
    client.diary.saveEntry({ id: target.caseId, entry }),
  );
  const heading = useId();
  const close = async () => {
    if (await store()) onClose();
  };
  const throwAway = async () => {
    const thrown = await discard().catch(() => undefined);
    onClose();
    if (thrown === undefined) return;
    offerUndo({
      id: `entry-${thrown.id}`,
      message: target.isNew ? 'The note was thrown away.' : 'The changes were thrown away.',
      undo: () => restore.mutate(thrown),
    });
  };
  const name = target.isNew ? `Note a ${draft.kind === 'call' ? 'call' : 'contact'}` : 'Change the note';
  return (
    <section className="call-pad surface" aria-labelledby={heading}>
      <form
        onKeyDown={sendOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault();
          void close();
        }}
      >
        <div className="call-pad-head">
          <h2 id={heading}>{name}</h2>
          <CloseButton aria-label="Save and close the note" onClick={() => void close()} />
        </div>
        <div className="call-pad-body">
          <CaseName target={target} />
          <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
            <Select
              label="Kind"
              data={choicesOf(ENTRY_NAMES)}
              value={draft.kind}
              allowDeselect={false}
              onChange={(value) => {
                const kind = EntryKind.safeParse(value).data;
                if (kind === undefined) return;
                if (kind !== 'call') stopClock();
                change({ kind });
              }}
            />
            {hasDirection(draft.kind) ? (
              <Select
                label="Direction"
                data={choicesOf(DIRECTIONS)}
                value={draft.direction ?? null}
                allowDeselect={false}
                onChange={(value) => change({ direction: value === 'in' ? 'in' : 'out' })}
              />
            ) : (
              <span />
            )}
            <DayInput
              label="Day"
              required
              withAsterisk={false}
              value={draft.on}
              onChange={({ currentTarget }) => {
                if (currentTarget.value !== '') change({ on: currentTarget.value });
              }}
            />
            <TextInput
              label="Time"
              type="time"
              value={draft.time ?? ''}
              onChange={({ currentTarget }) => change({ time: currentTarget.value.slice(0, 5) || undefined })}
            />
          </SimpleGrid>
          {startedAt !== undefined && <RunningClock startedAt={startedAt} onStop={stopClock} />}
          {startedAt === undefined && draft.kind === 'call' && (
            <TextInput
              label="Minutes"
              inputMode="numeric"
              value={draft.minutes ?? ''}
              onChange={({ currentTarget }) => change({ minutes: minutesTyped(currentTarget.value) })}
            />
          )}
          <Names target={target} />
          <TextInput
            ref={first}
            label="Who you spoke with"
            value={draft.person}
            maxLength={300}
            autoComplete="off"
            onChange={({ currentTarget }) => change({ person: currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
            <TextInput
              label="Organisation"
              value={draft.organisation}
              maxLength={300}
              autoComplete="off"
              list="pad-organisations"
              onChange={({ currentTarget }) => change({ organisation: currentTarget.value })}
            />
            <TextInput
              label="Reference number"
              value={draft.reference}
              maxLength={200}
              autoComplete="off"
              onChange={({ currentTarget }) => change({ reference: currentTarget.value })}
            />
          </SimpleGrid>
          <Textarea
            label="What was said"
            autosize
            minRows={3}
            maxRows={12}
            maxLength={20_000}
            value={draft.said}
            onChange={({ currentTarget }) => change({ said: currentTarget.value })}
          />
          <Textarea
            label="What was promised"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={5000}
            value={draft.promised}
            onChange={({ currentTarget }) => change({ promised: currentTarget.value })}
          />
          <DayInput
            label="Promised by"
            description="It then stands among the dates."
            value={draft.promisedBy ?? ''}
            onChange={({ currentTarget }) => change({ promisedBy: currentTarget.value || undefined })}
          />
          <PaperSelect
            label="Paper that proves it"
            value={draft.documentId}
            onChange={(documentId) => change({ documentId })}
          />
        </div>
        <Group className="call-pad-foot" justify="space-between" gap="xs">
          <Text size="sm" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
            {STATES[state]}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => void throwAway()}>
              {target.isNew ? 'Throw away' : 'Undo changes'}
            </Button>
            <Button type="submit" aria-keyshortcuts="Control+Enter Meta+Enter" title="Ctrl+Enter">
              Save
            </Button>
          </Group>
        </Group>
      </form>
    </section>
  );
}

/** Which case it is for: the pad stays while one looks at other things. */
function CaseName({ target }: { readonly target: PadTarget }) {
  const view = useCase(target.caseId);
  return (
    <Text size="sm" c="dimmed" lineClamp={1}>
      {view.data?.case.title}
    </Text>
  );
}

/** Organisations the case knows, offered while one types. */
function Names({ target }: { readonly target: PadTarget }) {
  const view = useCase(target.caseId);
  if (view.data === undefined) return null;
  const { facts, diary } = view.data.case;
  const names = [facts.payer?.value, facts.provider?.value, ...diary.map(({ organisation }) => organisation)];
  return (
    <datalist id="pad-organisations">
      {[...new Set(names)].map((name) => name !== undefined && name !== '' && <option key={name} value={name} />)}
    </datalist>
  );
}

function minutesTyped(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Math.min(Number(text), 1440) : undefined;
}
