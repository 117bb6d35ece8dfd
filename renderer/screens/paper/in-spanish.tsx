// Says of a Spanish page what the app can do with it, and what it can't.
import { Alert, Text } from '@mantine/core';
import type { Page } from '../../../shared/model/page.ts';
import { countLanguages, languageOf } from '../../../shared/text/language.ts';
import { Icon } from '../../parts/icons.tsx';

/** Nothing for a page in English, or with too few words to tell. */
export function InSpanish({ page }: { readonly page: Page | undefined }) {
  const language = page === undefined ? 'unknown' : languageOf(countLanguages(page.words.map(({ text }) => text)));
  if (language !== 'spanish' && language !== 'mixed') return null;
  return (
    <Alert className="notice" color="gray" variant="light" icon={<Icon name="info" />} mb="xs">
      <Text size="sm">
        {language === 'spanish' ? 'This page is in Spanish.' : 'Part of this page is in Spanish.'} Its words can be
        searched, and it can be an exhibit. Reasons are recognised in English only: mark the words of those that are
        given in Spanish, and add them yourself.
      </Text>
    </Alert>
  );
}
