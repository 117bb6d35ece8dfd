// One note or highlight: its words, the note, where it is used, and what can be done with it.
import { Anchor, Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { goTo } from '../../../navigation/use-route.ts';
import { annotationName, lookInWords } from '../../../wording/annotations.ts';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import { ColourSwatch } from './colour-swatch.tsx';
import type { Said } from './drafting.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { NoteForm } from './note-form.tsx';
import type { AnnotationDesk } from './use-annotations.ts';

interface AnnotationRowProps {
  readonly annotation: AnnotationView;
  /** The page shows its words now. */
  readonly isShown: boolean;
  readonly desk: AnnotationDesk;
  readonly isEdited: boolean;
  readonly onEdit: (isOn: boolean) => void;
  readonly onSave: (said: Said) => void;
  readonly onRemove: () => void;
}

/** The element of a note or highlight on the list. */
export function annotationElementId(id: string): string {
  return `annotation-${id}`;
}

/** Stands in a list. */
export function AnnotationRow({ annotation, isShown, desk, isEdited, onEdit, onSave, onRemove }: AnnotationRowProps) {
  const { id, documentId, pageNumber, proof, isLost, note, uses } = annotation;
  const [isAdding, setAdding] = useState(false);
  const name = annotationName(annotation);
  const show = () =>
    goTo({ screen: 'paper', id: documentId, pageNumber, ...(proof !== undefined && !isLost && { mark: proof }) });
  return (
    <li id={annotationElementId(id)} tabIndex={-1} className="surface annotation-row focus-target">
      <UnstyledButton className="finding-button" aria-pressed={isShown} onClick={show}>
        <Group gap="xs">
          <ColourSwatch colour={annotation.colour} />
          <Text size="sm" fw={600} span>
            {lookInWords(annotation)}
          </Text>
          <Text size="sm" c="dimmed" span>
            Page {pageNumber}
          </Text>
          {uses.length > 0 && <Badge className="tag tag-accent">Evidence</Badge>}
        </Group>
        {proof !== undefined && (
          <Text span display="block" size="sm" className="note-quote" lineClamp={4}>
            “{proof.quote}”
          </Text>
        )}
      </UnstyledButton>
      {isLost && (
        <Text size="sm" className="annotation-words">
          These words are not found on the page as it is read now, so they can’t be marked.
        </Text>
      )}
      {note !== '' && !isEdited && <Text className="annotation-words annotation-note">{note}</Text>}
      {uses.map((use) => (
        <Text key={use.evidenceId} size="sm" className="annotation-words">
          Evidence for{' '}
          <Anchor
            href={hrefOf({ screen: 'case', id: use.caseId, tab: 'reasons', groundId: use.groundId })}
            underline="always"
            inherit
          >
            {REASON_NAMES[use.reason]}
          </Anchor>{' '}
          in “{use.caseTitle}”
        </Text>
      ))}
      {desk.canChange && !isEdited && (
        <Group gap={4} className="annotation-acts">
          <Button variant="subtle" size="compact-sm" aria-label={`Edit: ${name}`} onClick={() => onEdit(true)}>
            Edit
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Use as evidence: ${name}`}
            onClick={() => setAdding(true)}
          >
            Use as evidence…
          </Button>
          <Button variant="subtle" size="compact-sm" aria-label={`Remove: ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </Group>
      )}
      {isEdited && (
        <div className="annotation-words">
          <NoteForm
            draft={{ pageNumber, proof, of: annotation }}
            isBusy={desk.isBusy}
            onSave={onSave}
            onLeave={() => onEdit(false)}
          />
        </div>
      )}
      {isAdding && <EvidenceDialog annotation={annotation} onClose={() => setAdding(false)} />}
    </li>
  );
}
