// The scores of one scale as a table: the same values as in the drawing, in words.
import { Group, Table } from '@mantine/core';
import type { ScaleId, Score } from '../../../../shared/model/record.ts';
import { Blank } from '../../../parts/blank.tsx';
import { SourceLinks } from '../../../parts/source-link.tsx';
import { SCALE_NAMES } from '../../../wording/care.ts';
import { partialDate } from '../../../wording/partial-date.ts';
import { bandInWords } from '../../../wording/scales.ts';
import { RowButtons } from './row-buttons.tsx';
import { Origin } from './treatment-row.tsx';
import type { HistoryDesk } from './use-history.ts';

interface ScoreTableProps {
  readonly desk: HistoryDesk;
  readonly scale: ScaleId;
  readonly scores: readonly Score[];
  readonly titles: Readonly<Record<string, string>>;
  readonly onEdit: (score: Score) => void;
}

/** The oldest first. */
export function ScoreTable({ desk, scale, scores, titles, onEdit }: ScoreTableProps) {
  return (
    <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs" aria-label={`Scores: ${SCALE_NAMES[scale]}`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Day</Table.Th>
            <Table.Th>Score</Table.Th>
            <Table.Th>Usually called</Table.Th>
            <Table.Th miw={170}>Page</Table.Th>
            <Table.Th className="no-print">Change</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scores.map((score) => {
            const { id, on, value, moment, source, also } = score;
            const name = `${scale} ${value}${on === undefined ? '' : `, ${partialDate(on)}`}`;
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  {on === undefined ? <Blank>Day not known</Blank> : partialDate(on)}
                  {moment !== undefined && <div className="hint">{moment}</div>}
                </Table.Td>
                <Table.Td fw={700}>{value}</Table.Td>
                <Table.Td>{bandInWords(scale, value) ?? '–'}</Table.Td>
                <Table.Td>
                  {source !== undefined && <SourceLinks sources={[source, ...also]} titles={titles} />}
                  <div>
                    <Origin desk={desk} treatment={score} />
                  </div>
                </Table.Td>
                <Table.Td className="no-print">
                  <Group gap={4} wrap="nowrap">
                    <RowButtons desk={desk} row={score} name={name} onEdit={() => onEdit(score)} />
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
