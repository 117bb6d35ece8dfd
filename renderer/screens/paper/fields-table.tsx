// What else was read: names, numbers, dates, codes, each leading to its words.
import { Anchor, Table, Text } from '@mantine/core';
import type { FieldFinding } from '../../../shared/model/finding.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { fieldName, findingValue, misreadInWords } from '../../wording/facts.ts';
import type { PaperRoute } from './paper-screen.tsx';

interface FieldsTableProps {
  readonly findings: readonly FieldFinding[];
  readonly route: PaperRoute;
}

/** One row per value found. */
export function FieldsTable({ findings, route }: FieldsTableProps) {
  return (
    <Table verticalSpacing={6} horizontalSpacing={6} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="38%">What</Table.Th>
          <Table.Th>As read</Table.Th>
          <Table.Th w={64}>Page</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {findings.map((finding) => {
          const { proof } = finding;
          const name = fieldName(finding);
          const misread = misreadInWords(finding);
          return (
            <Table.Tr key={`${finding.field}/${finding.value}/${proof.pageNumber}/${proof.from}`}>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {name}
                </Text>
              </Table.Td>
              <Table.Td className="wrap-anywhere">
                {findingValue(finding)}
                {misread !== undefined && (
                  <Text size="sm" c="dimmed">
                    {misread}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Anchor
                  href={hrefOf({ screen: 'paper', id: route.id, pageNumber: proof.pageNumber, mark: proof })}
                  aria-label={`p. ${proof.pageNumber}: show ${name}`}
                  underline="always"
                >
                  p. {proof.pageNumber}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
