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

/** Those that say why an amount was not paid come first. */
export function CodesPart({ id, codes }: CodesPartProps) {
  if (codes.length === 0) return <p>No codes were found on this paper.</p>;
  return (
    <Table verticalSpacing={8} horizontalSpacing={8} layout="fixed" className="codes-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={112}>Code</Table.Th>
          <Table.Th>What it means, and who bears it</Table.Th>
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
                {code.pays !== undefined && (
                  <Text size="sm" mt={4}>
                    <strong>Who bears it:</strong> {code.pays}
                  </Text>
                )}
                {code.meaning !== undefined && code.trust === 'to-be-verified' && (
                  <Text size="xs" c="dimmed">
                    Still to be verified
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
