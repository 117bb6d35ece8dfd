// Beside the page of a paper that is no denial: reasons, what else was read, and what the person corrects or notes.
import { Stack, Text, Title } from '@mantine/core';
import type { DocumentDetail } from '../../../shared/model/document.ts';
import { AboutPaper } from './about-paper.tsx';
import { FieldsTable } from './fields-table.tsx';
import { MakeCase } from './make-case.tsx';
import { AnnotationList } from './notes/annotation-list.tsx';
import type { PaperRoute } from './paper-screen.tsx';
import { ReasonList } from './reason-list.tsx';

interface SidePanelProps {
  readonly detail: DocumentDetail;
  readonly route: PaperRoute;
}

/** The panel, most important first. */
export function SidePanel({ detail, route }: SidePanelProps) {
  const { document, reading } = detail;
  return (
    <Stack component="aside" gap="lg" aria-label="About this paper">
      {document.state === 'reading' && <Text role="status">This paper is still being read.</Text>}
      {reading.reasons.length > 0 && document.state === 'ready' && <MakeCase documentId={document.id} />}
      {reading.reasons.length > 0 && <ReasonList reasons={reading.reasons} route={route} />}
      <section aria-labelledby="notes-heading">
        <Title order={2} id="notes-heading" mb="xs">
          Notes and highlights
        </Title>
        <AnnotationList route={route} pageCount={detail.pages.length} />
      </section>
      <AboutPaper detail={detail} />
      {reading.findings.length > 0 && (
        <section aria-labelledby="read-heading">
          <Title order={2} id="read-heading" mb="xs">
            Read from this paper
          </Title>
          <FieldsTable findings={reading.findings} route={route} />
        </section>
      )}
    </Stack>
  );
}
