// Chooses one of the papers, as the proof of something.
import { Select, type SelectProps } from '@mantine/core';
import type { DocumentId } from '../../shared/ids.ts';
import type { DocumentSummary } from '../../shared/model/document.ts';
import { useDocuments } from '../bridge/queries.ts';
import { isDocumentId } from '../navigation/routes.ts';
import { shortDate } from '../wording/format.ts';

interface PaperSelectProps extends Omit<SelectProps, 'data' | 'value' | 'defaultValue' | 'onChange'> {
  readonly value: DocumentId | undefined;
  readonly onChange: (id: DocumentId | undefined) => void;
  /** Which papers are offered; all when missing. */
  readonly offers?: (document: DocumentSummary) => boolean;
}

/** The papers by title and date, the last added first; can be searched and cleared. */
export function PaperSelect({ value, onChange, offers = () => true, ...rest }: PaperSelectProps) {
  const documents = useDocuments();
  const choices = (documents.data ?? [])
    .filter(offers)
    .toSorted((a, b) => b.sequence - a.sequence)
    .map(({ id, title, date }) => ({
      value: id as string,
      label: date === undefined ? title : `${title} (${shortDate(date)})`,
    }));
  return (
    <Select
      data={choices}
      value={value ?? null}
      onChange={(id) => onChange(id !== null && isDocumentId(id) ? id : undefined)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose no paper' }}
      placeholder="Choose among your papers"
      nothingFoundMessage="No such paper"
      {...rest}
    />
  );
}
