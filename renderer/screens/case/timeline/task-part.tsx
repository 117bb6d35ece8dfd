// Tasks with their days: add, tick off, remove.
import { ActionIcon, Button, Checkbox, Group, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Task } from '../../../../shared/model/diary.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { refuseForm } from '../../../bridge/send-forms.ts';
import { useKeptForm, useResume } from '../../../bridge/use-kept-form.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { Fold } from '../../../parts/fold.tsx';
import { typed, typedDay } from '../../../parts/form-text.ts';
import { Icon } from '../../../parts/icons.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { useChosen } from '../../../parts/use-chosen.ts';
import { count, daysInWords, daysUntil, shortDate, today } from '../../../wording/format.ts';

/** Open tasks by their day, those without a day last; done ones are folded away. */
export function TaskPart({ view }: { readonly view: CaseView }) {
  const { id, tasks } = view.case;
  const [round, setRound] = useState(0);
  useResume('task', () => setRound((before) => before + 1));
  const save = useCaseChange((client, task: Omit<Task, 'id'> & { id?: Task['id'] }) =>
    client.diary.saveTask({ id, task }),
  );
  const remove = useCaseChange((client, task: Task) => client.diary.removeTask({ id, taskId: task.id }));
  const removeWithUndo = (task: Task) =>
    void remove.mutateAsync(task).then(
      () => offerUndo({ id: `task-${task.id}`, message: `“${task.what}” is removed.`, undo: () => save.mutate(task) }),
      () => undefined, // the reason is shown by the query client
    );
  const tick = (task: Task, isDone: boolean) => {
    const { doneOn: _before, ...open } = task;
    return save.mutateAsync(isDone ? { ...open, doneOn: today() } : open);
  };
  const open = tasks
    .filter(({ doneOn }) => doneOn === undefined)
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  const done = tasks.filter(({ doneOn }) => doneOn !== undefined);
  return (
    <FocusKeeper aria-labelledby="tasks-heading">
      <Title order={2} id="tasks-heading" mb="xs">
        To do
      </Title>
      {open.length === 0 && (
        <Text c="dimmed" mb="sm">
          Nothing to do is noted.
        </Text>
      )}
      <ul className="plain-list work-rows">
        {open.map((task) => (
          <TaskRow key={task.id} task={task} onTick={tick} onRemove={removeWithUndo} />
        ))}
      </ul>
      <NewTask
        key={round}
        isFurther={round > 0}
        onAdd={(task) => {
          save.mutate(task);
          setRound((before) => before + 1);
        }}
      />
      {done.length > 0 && (
        <Fold summary={`${count(done.length, 'task')} done`}>
          <ul className="plain-list work-rows">
            {done.map((task) => (
              <TaskRow key={task.id} task={task} onTick={tick} onRemove={removeWithUndo} />
            ))}
          </ul>
        </Fold>
      )}
    </FocusKeeper>
  );
}

interface TaskRowProps {
  readonly task: Task;
  readonly onTick: (task: Task, isDone: boolean) => Promise<unknown>;
  readonly onRemove: (task: Task) => void;
}

function TaskRow({ task, onTick, onRemove }: TaskRowProps) {
  const done = useChosen(task.doneOn !== undefined);
  return (
    <li className="work-row">
      <Checkbox
        checked={done.shown}
        label={task.what}
        onChange={({ currentTarget }) =>
          void done
            .choose(currentTarget.checked, (isDone) => onTick(task, isDone))
            .catch(() => undefined /* the reason is shown by the query client */)
        }
        className="grow"
      />
      <DueText day={task.due} doneOn={task.doneOn} />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove: ${task.what}`} onClick={() => onRemove(task)}>
        <Icon name="trash" size={18} />
      </ActionIcon>
    </li>
  );
}

function DueText({ day, doneOn }: { readonly day: string | undefined; readonly doneOn: string | undefined }) {
  if (doneOn !== undefined)
    return (
      <Text size="sm" c="dimmed">
        done {shortDate(doneOn)}
      </Text>
    );
  if (day === undefined) return null;
  return (
    <Text size="sm" c={daysUntil(day) < 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
      {shortDate(day)}, {daysInWords(day)}
    </Text>
  );
}

interface NewTaskProps {
  /** A new, empty form in the place of one that was sent: it goes on where the hands are. */
  readonly isFurther: boolean;
  readonly onAdd: (task: Omit<Task, 'id'>) => void;
}

function NewTask({ isFurther, onAdd }: NewTaskProps) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm('task');
  useEffect(() => {
    if (isFurther) form.current?.querySelector('input')?.focus();
  }, [isFurther]);
  return (
    <form
      {...kept.as('Add a task')}
      ref={form}
      aria-label="Add a task"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const what = typed(data, 'what');
        if (what === '') return refuseForm(event.currentTarget);
        const due = typedDay(data, 'due');
        onAdd({ what, ...(due !== undefined && { due }) });
      }}
    >
      <Group align="flex-end" gap="xs" my="sm">
        <TextInput
          name="what"
          label="New task"
          maxLength={1000}
          required
          withAsterisk={false}
          autoComplete="off"
          className="grow"
        />
        <DayInput name="due" label="By" />
        <Button type="submit" variant="default">
          Add
        </Button>
      </Group>
    </form>
  );
}
