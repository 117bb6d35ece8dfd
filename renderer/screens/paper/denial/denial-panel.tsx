// Beside a denial letter or benefit statement: what it says, until when, why, and what follows from it.
import { Accordion, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { DocumentDetail } from '../../../../shared/model/document.ts';
import { useDenial } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { count, daysInWords, shortDate } from '../../../wording/format.ts';
import { PLAN_TYPE_NAMES } from '../../../wording/vocabulary.ts';
import { AboutPaper } from '../about-paper.tsx';
import { FieldsTable } from '../fields-table.tsx';
import { MakeCase } from '../make-case.tsx';
import { AnnotationList } from '../notes/annotation-list.tsx';
import { useAnnotations } from '../notes/use-annotations.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import type { Judging } from '../use-judging.ts';
import { eachOnce } from './codes.ts';
import { CodesPart } from './codes-part.tsx';
import { DeadlinePart } from './deadline-part.tsx';
import { InShort } from './in-short.tsx';
import { NoticePart } from './notice-part.tsx';
import { Part, type PartName } from './part.tsx';
import { PlanPart } from './plan-part.tsx';
import { ReasonsPart } from './reasons-part.tsx';
import { RightsPart } from './rights-part.tsx';

interface DenialPanelProps {
  readonly detail: DocumentDetail;
  readonly route: PaperRoute;
  readonly judging: Judging;
  readonly isPicking: boolean;
  readonly onPick: () => void;
}

const OPEN_AT_FIRST: readonly PartName[] = ['deadline', 'plan', 'reasons'];

/** In the order of the questions people ask. What was read is shown at once; what is computed from it follows. */
export function DenialPanel({ detail, route, judging, isPicking, onPick }: DenialPanelProps) {
  const { document, reading } = detail;
  const { id } = document;
  const denial = useDenial(id);
  const [open, setOpen] = useState<string[]>([...OPEN_AT_FIRST]);
  const view = denial.data;
  const notes = useAnnotations(id).data?.length ?? 0;
  const codes = eachOnce(view?.codes ?? []);
  const latest = view?.deadlines[0]?.latest;
  const isPlanKnown = view !== undefined && view.planType.value !== 'unknown';
  const missing = view?.notice.filter(({ state, weight }) => state === 'missing' && weight === 'required').length ?? 0;
  return (
    <Stack component="aside" gap="md" aria-label="About this denial" className="denial-panel">
      <MakeCase documentId={id} caseId={view?.caseId} />
      <InShort id={id} reading={reading} level={view?.level} />
      {denial.isPending && <Loading label="Working out what follows" />}
      {denial.isError && <ErrorNotice error={denial.error} />}
      <Accordion multiple order={2} value={open} onChange={setOpen} variant="separated" chevronPosition="left">
        {view !== undefined && (
          <>
            <Part
              name="deadline"
              heading="Until when"
              gist={latest === undefined ? 'day not known' : `${shortDate(latest)}, ${daysInWords(latest)}`}
              isUrgent
            >
              <DeadlinePart id={id} reading={reading} view={view} />
            </Part>
            <Part name="plan" heading="Kind of plan" gist={PLAN_TYPE_NAMES[view.planType.value]}>
              <PlanPart id={id} reading={reading} planType={view.planType} />
            </Part>
          </>
        )}
        <Part name="reasons" heading="Why they said no" gist={found(reading.reasons.length, 'reason')}>
          <ReasonsPart
            id={id}
            reading={reading}
            codes={codes}
            judging={judging}
            isPicking={isPicking}
            onPick={onPick}
          />
        </Part>
        {view !== undefined && (
          <>
            <Part name="codes" heading="Codes in plain words" gist={found(codes.length, 'code')}>
              <CodesPart id={id} codes={codes} />
            </Part>
            <Part
              name="notice"
              heading="What the letter must say"
              gist={missingInWords(missing, isPlanKnown)}
              isUrgent={missing > 0}
            >
              <NoticePart id={id} checks={view.notice} isPlanKnown={isPlanKnown} />
            </Part>
            <Part
              name="rights"
              heading="Your rights"
              gist={isPlanKnown ? count(view.rights.length, 'right') : 'depend on the kind of plan'}
            >
              <RightsPart id={id} rights={view.rights} />
            </Part>
          </>
        )}
        {reading.findings.length > 0 && (
          <Part name="read" heading="Everything read from this paper" gist={count(reading.findings.length, 'value')}>
            <FieldsTable findings={reading.findings} route={route} />
          </Part>
        )}
        <Part name="notes" heading="Notes and highlights" gist={notes === 0 ? 'none yet' : String(notes)}>
          <AnnotationList route={route} pageCount={detail.pages.length} />
        </Part>
        <Part name="paper" heading="This paper" gist="kind, title, your note">
          <AboutPaper detail={detail} />
        </Part>
      </Accordion>
      <Text size="sm" c="dimmed">
        Appeal Vault informs; it does not give legal advice.
      </Text>
    </Stack>
  );
}

function found(amount: number, one: string): string {
  return amount === 0 ? 'none found' : count(amount, one);
}

function missingInWords(amount: number, isPlanKnown: boolean): string {
  if (!isPlanKnown) return 'depends on the kind of plan';
  return amount === 0 ? 'nothing required is missing' : `${amount} missing`;
}
