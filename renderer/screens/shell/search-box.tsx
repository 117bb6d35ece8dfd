// The search box in the header.
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { type Ref, useEffect, useState } from 'react';
import { Icon } from '../../parts/icons.tsx';

interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** A pause this long starts the search, in milliseconds. */
const PAUSE_MS = 180;

/** Searches while one types; Enter searches at once, Escape empties. */
export function SearchBox({ ref, query, onQuery }: SearchBoxProps) {
  const [text, setText] = useState(query);
  useEffect(() => {
    const trimmed = text.trim();
    if (trimmed === query) return;
    const timer = window.setTimeout(() => onQuery(trimmed), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, query, onQuery]);
  const clear = () => {
    setText('');
    onQuery('');
  };
  return (
    <search style={{ flex: 1, maxWidth: 560 }}>
      <TextInput
        ref={ref}
        aria-label="Search all papers"
        placeholder="Search all papers"
        autoComplete="off"
        aria-keyshortcuts="Control+K Meta+K"
        leftSection={<Icon name="search" size={18} />}
        rightSectionWidth={text === '' ? 74 : 40}
        rightSection={
          text === '' ? (
            <Kbd size="xs" aria-hidden="true">
              {/Mac/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />
          )
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') clear();
          if (event.key === 'Enter') onQuery(text.trim());
        }}
      />
    </search>
  );
}
