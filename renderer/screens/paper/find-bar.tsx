// Looking for words in one paper.
import { Group, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ToolButton } from '../../parts/tool-button.tsx';
import type { Finding } from './use-finding.ts';

interface FindBarProps {
  readonly finding: Finding;
  /** Where the focus goes afterwards is the caller's. */
  readonly onLeave: () => void;
}

/** Enter goes on, Shift and Enter back, Escape leaves. */
export function FindBar({ finding, onLeave }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finding.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isNone = finding.places.length === 0;
  return (
    <Group component="search" aria-label="Find in this paper" gap={4} mb="xs" className="find-bar">
      <TextInput
        ref={input}
        aria-label="Words to find in this paper"
        placeholder="Find in this paper"
        value={finding.query}
        onChange={(event) => finding.setQuery(event.currentTarget.value)}
        onKeyDown={key}
        maxLength={500}
        autoComplete="off"
        data-find
      />
      <ToolButton icon="up" label="Place before" isDisabled={isNone} onClick={() => finding.step(-1)} />
      <ToolButton icon="down" label="Next place" isDisabled={isNone} onClick={() => finding.step(1)} />
      <ToolButton icon="cross" label="Stop finding" isDisabled={false} onClick={onLeave} />
      <Text size="sm" role="status" className="find-count">
        {inWords(finding)}
      </Text>
    </Group>
  );
}

function inWords({ query, places, at, isBusy }: Finding): string {
  if (query.trim() === '') return '';
  if (places.length === 0) return isBusy ? 'Looking…' : 'Not in this paper';
  const similar = places.filter(({ isSimilar }) => isSimilar).length;
  const count = at === undefined ? `${places.length} found` : `${at + 1} of ${places.length}`;
  if (similar === 0) return count;
  return similar === places.length ? `${count}, in a similar spelling` : `${count}, ${similar} in a similar spelling`;
}
