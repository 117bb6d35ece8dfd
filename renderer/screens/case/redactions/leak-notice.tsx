// Words that are blacked out on one page and still stand elsewhere in the packet.
import { Alert, Text } from '@mantine/core';
import type { RedactablePage, RedactionLeakView } from '../../../../shared/contract/redactions.ts';
import { Icon } from '../../../parts/icons.tsx';
import { count } from '../../../wording/format.ts';
import { PlaceButton } from './place-button.tsx';

interface LeakNoticeProps {
  readonly leaks: readonly RedactionLeakView[];
  readonly pages: readonly RedactablePage[];
  readonly onShow: (place: { readonly documentId: string; readonly pageNumber: number }) => void;
}

/** Shown first; beyond this many the rest is counted. */
const SHOWN = 12;

/** Nothing while nothing leaks. */
export function LeakNotice({ leaks, pages, onShow }: LeakNoticeProps) {
  if (leaks.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      className="notice"
      icon={<Icon name="alert" />}
      role="region"
      aria-label="Words you blacked out can still be read elsewhere"
    >
      <Text fw={700} mb={4}>
        Words you blacked out can still be read elsewhere
      </Text>
      <ul className="redaction-leaks">
        {leaks.slice(0, SHOWN).map(({ text, place, documentId, pageNumber }) => (
          <li key={`${text}/${place}`}>
            “{text}” in {place}
            {documentId !== undefined && pageNumber !== undefined && (
              <>
                {' ('}
                <PlaceButton pages={pages} place={{ documentId, pageNumber }} onShow={onShow} />)
              </>
            )}
          </li>
        ))}
      </ul>
      {leaks.length > SHOWN && <Text size="sm">And {count(leaks.length - SHOWN, 'more place')}.</Text>}
      <Text size="sm">
        If nobody may read them, black them out there too; change the letter or the exhibit’s title where they stand in
        those.
      </Text>
    </Alert>
  );
}
