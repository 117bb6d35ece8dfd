// One treatment: what is known of it, with its page and its blanks.
import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Treatment } from '../../../../shared/model/record.ts';
import { Blank } from '../../../parts/blank.tsx';
import { SourceLinks } from '../../../parts/source-link.tsx';
import { blanksOf, OUTCOME_NAMES, spanOf } from '../../../wording/care.ts';
import { RowButtons } from './row-buttons.tsx';
import { isOwn } from './rows.ts';
import type { HistoryDesk } from './use-history.ts';

interface TreatmentRowProps {
  readonly desk: HistoryDesk;
  readonly treatment: Treatment;
  readonly titles: Readonly<Record<string, string>>;
  readonly onEdit: () => void;
}

/** Stands in a list. */
export function TreatmentRow({ desk, treatment, titles, onEdit }: TreatmentRowProps) {
  const { name, kind, drugClass, augments, dose, length, outcome, outcomeWords, source, also } = treatment;
  const blanks = blanksOf(treatment);
  const when = spanOf(treatment);
  const needs = (blank: string) => blanks.includes(blank);
  return (
    <li className="surface care-row">
      <div className="care-head">
        <Text fw={700} className="wrap-anywhere">
          {name || <Blank>Name</Blank>}
        </Text>
        {drugClass !== undefined && <Text size="sm">{drugClass}</Text>}
        {augments !== undefined && <Text size="sm">Given to strengthen {augments || 'another drug'}</Text>}
        <Origin desk={desk} treatment={treatment} />
        <Group gap={6} className="care-buttons no-print">
          <RowButtons desk={desk} row={treatment} name={name} onEdit={onEdit} />
        </Group>
      </div>
      <dl className="care-facts">
        {(kind === 'drug' || dose !== undefined) && <Fact name="Dose">{dose || <Blank>Not known</Blank>}</Fact>}
        <Fact name="When">
          {when}
          {needs('start') && <Blank>{when === '' ? 'Not known' : 'Start not known'}</Blank>}
          {length !== undefined && length !== '' && <div>{length}</div>}
          {needs('end or length') && when !== '' && <Blank>End not known</Blank>}
        </Fact>
        <Fact name="How it went">
          {needs('how it went') ? <Blank>Not known</Blank> : outcome !== 'unknown' && OUTCOME_NAMES[outcome]}
          {outcomeWords !== undefined && outcomeWords !== '' && <div className="evidence-quote">“{outcomeWords}”</div>}
        </Fact>
        <Fact name="Page">
          {source === undefined ? (
            <span>None linked</span>
          ) : (
            <SourceLinks sources={[source, ...also]} titles={titles} />
          )}
        </Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whose word a row is. */
export function Origin({
  desk,
  treatment,
}: {
  readonly desk: HistoryDesk;
  readonly treatment: { readonly id: string };
}) {
  if (isOwn(treatment)) return <Badge className="tag tag-accent">Added by you</Badge>;
  if (desk.isCorrected(treatment.id)) return <Badge className="tag tag-accent">Corrected by you</Badge>;
  return <Badge className="tag">Read by the app</Badge>;
}
