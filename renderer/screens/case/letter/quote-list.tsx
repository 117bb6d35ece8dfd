// Quotes whose words are not on the page they name.
import { Alert, Text } from '@mantine/core';
import type { QuoteCheck } from '../../../../shared/contract/appeal-letter.ts';
import { Icon } from '../../../parts/icons.tsx';

const SENTENCES: Readonly<Record<QuoteCheck['fault'], string>> = {
  differs: 'The page says it in other words:',
  'not-on-page': 'These words are not on the cited page.',
  'no-page': 'This quote names no page.',
};

/** Nothing while every quote stands. */
export function QuoteList({ quotes }: { readonly quotes: readonly QuoteCheck[] }) {
  if (quotes.length === 0) return null;
  const title = quotes.length === 1 ? 'A quote to look at' : `${quotes.length} quotes to look at`;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="alert" />} className="notice">
      <Text fw={600} mb={4}>
        {title}
      </Text>
      <ul className="plain-list">
        {quotes.map(({ block, fault, words, printed }) => (
          <li key={`${block}/${words}`}>
            <Text>
              “{words}” — {SENTENCES[fault]}
              {printed !== undefined && ` “${printed}”`}
            </Text>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
