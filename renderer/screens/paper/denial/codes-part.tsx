// The codes of the paper in plain words: what each means and who bears the amount.
import { Table, Text } from '@mantine/core';
import type { CodeInWords } from '../../../../shared/model/denial.ts';
import { CODE_SYSTEMS } from '../../../wording/denial.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { codeAsPrinted } from './codes.ts';
import { WordsLink } from './words-link.tsx';

interface CodesPartProps {
  readonly id: PaperRoute['id'];
  readonly codes: readonly CodeInWords[];
}

/** The column of who pays is there only when a code tells it. */
export function CodesPart({ id, codes }: CodesPartProps) {
  if (codes.length === 0) return <p>No codes were found on this paper.</p>;
  const hasPays = codes.some(({ pays }) => pays !== undefined);
  return (
    <Table verticalSpacing={8} horizontalSpacing={8} layout="fixed" className="codes-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={104}>Code</Table.Th>
          <Table.Th>What it means</Table.Th>
          {hasPays && <Table.Th w="33%">Who bears it</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {codes.map((code) => {
          const printed = codeAsPrinted(code);
          const system = CODE_SYSTEMS[code.system];
          return (
            <Table.Tr key={`${code.system}/${printed}`}>
              <Table.Th scope="row">
                <span className="code">{printed}</span>
                <Text size="xs" c="dimmed" fw={400}>
                  <abbr title={system.what}>{system.name}</abbr>,{' '}
                  <WordsLink id={id} proof={code.proof} about={`code ${printed}`} />
                </Text>
              </Table.Th>
              <Table.Td>
                {code.meaning ?? (
                  <Text c="dimmed" span inherit>
                    Not known here; ask the plan or the provider.
                  </Text>
                )}
                {code.meaning !== undefined && code.trust === 'to-be-verified' && (
                  <Text size="xs" c="dimmed">
                    Still to be verified
                  </Text>
                )}
              </Table.Td>
              {hasPays && <Table.Td>{code.pays ?? '–'}</Table.Td>}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
