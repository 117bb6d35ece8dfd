// Small dialogs for one exhibit: its name, its pages, pages to split off.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { pagesOfRanges, parseRanges, rangesOfPages, rangesText } from '../../../../shared/packet/page-ranges.ts';
import { type ListedExhibit, renamed, splitOff, withRanges } from '../../../../shared/packet/setup-changes.ts';
import { SENT_BEFORE_LOCK } from '../../../bridge/send-forms.ts';
import type { SetupChange, SetupDesk } from './use-setup.ts';

export type ExhibitTask = 'rename' | 'pages' | 'split';

interface ExhibitDialogProps {
  readonly what: ExhibitTask;
  readonly exhibitKey: string;
  readonly listed: readonly ListedExhibit[];
  readonly desk: SetupDesk;
  readonly onClose: () => void;
}

const TITLES: Readonly<Record<ExhibitTask, string>> = {
  rename: 'Rename the exhibit',
  pages: 'Choose pages',
  split: 'Split off pages',
};

/** One field and a button; Enter does it. */
export function ExhibitDialog({ what, exhibitKey, listed, desk, onClose }: ExhibitDialogProps) {
  const own = listed.find(({ exhibit }) => exhibit.key === exhibitKey);
  const [text, setText] = useState(() => (own === undefined ? '' : startOf(what, own)));
  const [error, setError] = useState<string>();
  if (own === undefined) return null;
  const { exhibit, paperPages } = own;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = changeBy(what, text, own, listed);
    if ('error' in done) {
      setError(done.error);
      return;
    }
    desk.change(done.change, done.said);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={TITLES[what]}>
      <form {...SENT_BEFORE_LOCK} onSubmit={submit}>
        <Stack>
          <Text size="sm" className="wrap-anywhere">
            {what === 'rename'
              ? 'The name stands in the index, on the tab sheet and in the bookmarks.'
              : what === 'pages'
                ? `“${exhibit.title}” is made of a paper with ${paperPages} pages.`
                : `The pages become an exhibit of their own, right behind “${exhibit.title}”, which keeps the others.`}
          </Text>
          <TextInput
            label={what === 'rename' ? 'Name' : 'Pages of the paper'}
            description={
              what === 'rename'
                ? 'Leave it empty for the name the app gives.'
                : 'For example 1-3, 7. They stand in the order given.'
            }
            value={text}
            maxLength={200}
            error={error}
            autoComplete="off"
            data-autofocus
            onChange={(event) => {
              setText(event.currentTarget.value);
              setError(undefined);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{what === 'split' ? 'Split off' : 'Save'}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function startOf(what: ExhibitTask, { exhibit, choice }: ListedExhibit): string {
  if (what === 'rename') return choice.title ?? exhibit.title;
  return what === 'pages' ? rangesText(rangesOfPages(exhibit.pages)) : '';
}

type Done = { readonly change: SetupChange; readonly said: string } | { readonly error: string };

function changeBy(
  what: ExhibitTask,
  text: string,
  { exhibit, choice, paperPages }: ListedExhibit,
  listed: readonly ListedExhibit[],
): Done {
  const { key, title, pages } = exhibit;
  if (what === 'rename') {
    // The app's own name, left as it stands, stays the app's.
    const isOwn = choice.title !== undefined || text.trim() !== title;
    return {
      change: (setup) => (isOwn ? renamed(setup, listed, key, text) : setup),
      said: `Renamed: ${text.trim() || title}.`,
    };
  }
  const ranges = parseRanges(text, paperPages);
  if (ranges === undefined) return { error: `Give pages from 1 to ${paperPages}, for example 1-3, 7.` };
  if (what === 'pages') {
    const others = listed.filter((each) => each.exhibit.documentId === exhibit.documentId && each.exhibit.key !== key);
    const taken = new Set(
      others.filter((each) => each.choice.ranges !== undefined).flatMap((each) => each.exhibit.pages),
    );
    const wanted = pagesOfRanges(
      ranges,
      Array.from({ length: paperPages }, (_, index) => index + 1),
    );
    const double = wanted.find((page) => taken.has(page));
    if (double !== undefined) return { error: `Page ${double} stands in another exhibit of this paper already.` };
    return { change: (setup) => withRanges(setup, listed, key, ranges), said: `Pages chosen: ${title}.` };
  }
  const off = pagesOfRanges(ranges, pages);
  if (off.length === 0) return { error: 'None of these pages is in this exhibit.' };
  if (off.length === pages.length) return { error: 'At least one page must stay.' };
  return { change: (setup) => splitOff(setup, listed, key, ranges), said: `Split: ${title}.` };
}
