// The law a letter names, each with the mark how far it was checked.
import { Text, Title } from '@mantine/core';
import type { LetterView } from '../../../../shared/contract/letters.ts';
import { Basis } from '../../paper/denial/basis.tsx';

/** Nothing when the letter names no law. */
export function LawList({ basis }: { readonly basis: LetterView['basis'] }) {
  if (basis.length === 0) return null;
  return (
    <section aria-labelledby="law-heading">
      <Title order={3} id="law-heading" mb="xs">
        Law it names
      </Title>
      <ul className="plain-list law-list">
        {basis.map((each) => (
          <li key={each.citation}>
            <Basis {...each} />
          </li>
        ))}
      </ul>
      {basis.some(({ trust }) => trust === 'to-be-verified') && (
        <Text size="sm" c="dimmed" mt="xs">
          Look up what is still to be verified before you send the letter, or ask somebody who knows.
        </Text>
      )}
    </section>
  );
}
