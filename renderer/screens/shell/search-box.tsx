// The search box in the header.
import { CloseButton, Kbd, TextInput, useMatches } from '@mantine/core';
import { type Ref, useCallback, useEffect, useRef, useState } from 'react';
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
  // A kept search brings its own words; what is still being typed stays.
  const told = useRef(query);
  useEffect(() => {
    if (query !== told.current) setText(query);
    told.current = query;
  }, [query]);
  const tell = useCallback(
    (words: string) => {
      told.current = words;
      onQuery(words);
    },
    [onQuery],
  );
  useEffect(() => {
    const trimmed = text.trim();
    if (trimmed === query) return;
    const timer = window.setTimeout(() => tell(trimmed), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, query, tell]);
  const clear = () => {
    setText('');
    tell('');
  };
  // A narrow window belongs to a telephone or leaves no room for the key.
  const keyWidth = useMatches({ base: 12, sm: 74 });
  return (
    <search style={{ flex: 1, maxWidth: 560 }}>
      <TextInput
        ref={ref}
        aria-label="Search all papers"
        placeholder="Search all papers"
        autoComplete="off"
        aria-keyshortcuts="Control+K Meta+K"
        leftSection={<Icon name="search" size={18} />}
        rightSectionWidth={text === '' ? keyWidth : 40}
        rightSection={
          text === '' ? (
            <Kbd size="xs" aria-hidden="true" visibleFrom="sm">
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
          if (event.key === 'Enter') tell(text.trim());
        }}
      />
    </search>
  );
}
