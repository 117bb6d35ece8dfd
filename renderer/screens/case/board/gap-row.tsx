// One item of a checklist: its state, the pages that fill it, who has it, the letter that asks for it.
import { Badge, Group, Select, Text } from '@mantine/core';
import type { CaseView, Gap } from '../../../../shared/model/case.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { AutosaveInput } from '../../../parts/autosave.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { GAP_STATES } from '../../../wording/board.ts';
import { longDate } from '../../../wording/format.ts';
import { gapState } from './gap-state.ts';
import { LetterButton } from './letter-button.tsx';

interface GapRowProps {
  readonly view: CaseView;
  readonly gap: Gap;
}

/** The choice that leaves the state to the papers. */
const BY_PAPERS = 'by-papers';

/** Stands in a list. */
export function GapRow({ view, gap }: GapRowProps) {
  const { id } = view.case;
  const { groundId, item, what, who, state, byUser, on, note, letter, pack } = gap;
  const mark = useCaseChange((client, said: { readonly state: Gap['state']; readonly note: string } | undefined) =>
    said === undefined
      ? client.diary.unmarkGap({ id, groundId, item })
      : client.diary.markGap({ id, mark: { groundId, item, ...said } }),
  );
  const choose = (value: string | null) => {
    const chosen = gapState(value);
    if (chosen === (byUser ? state : undefined)) return;
    mark.mutate(chosen === undefined ? undefined : { state: chosen, note });
    offerUndo({
      id: `gap-${groundId}-${item}`,
      message: `${what}: ${chosen === undefined ? 'as the papers show' : GAP_STATES[chosen].name.toLowerCase()}.`,
      undo: () => mark.mutate(byUser ? { state, note } : undefined),
    });
  };
  const { name, tag } = GAP_STATES[state];
  return (
    <li className="gap-item">
      <div className="gap-words">
        <div className="gap-what" data-state={state}>
          <Icon name={state === 'have' ? 'check' : state === 'missing' ? 'alert' : 'info'} size={18} />
          <Text>{what}</Text>
        </div>
        <Group gap={8}>
          <Badge className={tag}>{name}</Badge>
          <Text size="sm" c="dimmed" span>
            {byUser ? `You said so${on === undefined ? '' : ` on ${longDate(on)}`}.` : found(gap)}
            {pack !== undefined && ' Usual for this service.'}
          </Text>
        </Group>
        <FilledBy view={view} gap={gap} />
        {state !== 'have' && state !== 'not-applicable' && (
          <Text size="sm">
            <strong>Who has it:</strong> {who}
          </Text>
        )}
        {byUser && (
          <div className="gap-note">
            <AutosaveInput
              size="sm"
              aria-label={`Note on: ${what}`}
              placeholder="Note"
              maxLength={2000}
              value={note}
              onSave={(text) => mark.mutateAsync({ state, note: text.trim() })}
            />
          </div>
        )}
      </div>
      <div className="gap-acts">
        <Select
          size="sm"
          aria-label={`State of: ${what}`}
          data={[
            { value: BY_PAPERS, label: 'As the papers show' },
            ...Object.entries(GAP_STATES).map(([value, words]) => ({ value, label: words.name })),
          ]}
          value={byUser ? state : BY_PAPERS}
          allowDeselect={false}
          onChange={choose}
        />
        {letter !== undefined && (state === 'missing' || state === 'asked') && (
          <LetterButton view={view} kind={letter} about={what} />
        )}
      </div>
    </li>
  );
}

function found({ state, evidence }: Gap): string {
  if (state !== 'have') return 'Not found among your papers.';
  return evidence.length === 0 ? 'Found among your papers.' : '';
}

/** The pages that fill an item. */
function FilledBy({ view, gap }: GapRowProps) {
  const pages = gap.evidence.flatMap((id) => view.case.evidence.filter((each) => each.id === id));
  if (pages.length === 0) return null;
  return (
    <Text size="sm">
      Shown by{' '}
      {pages.map((page, index) => (
        <span key={page.id}>
          {index > 0 && '; '}
          <PageLink
            documentId={page.documentId}
            title={view.documents[page.documentId] ?? 'Paper'}
            fromPage={page.fromPage}
            toPage={page.toPage}
            proof={page.proof}
          />
          {page.state === 'suggested' && ' (not accepted yet)'}
        </span>
      ))}
    </Text>
  );
}
