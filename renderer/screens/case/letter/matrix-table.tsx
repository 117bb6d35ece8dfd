// The table of reasons and answers as the packet prints it, under the letter.
import { Anchor, Table, Text, Title } from '@mantine/core';
import type { AppealLetterView } from '../../../../shared/contract/appeal-letter.ts';
import type { DocumentId } from '../../../../shared/ids.ts';
import { cited, exhibitWords } from '../../../../shared/letters/word/exhibit-words.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { pageRange } from '../../../wording/format.ts';

interface MatrixTableProps {
  readonly view: CaseView;
  readonly appealLetter: Pick<AppealLetterView, 'matrix' | 'exhibits'>;
}

/** Nothing when the packet has no such table. */
export function MatrixTable({ view, appealLetter: { matrix, exhibits } }: MatrixTableProps) {
  if (matrix.length === 0) return null;
  const hasCriteria = matrix.some(({ criteria }) => criteria !== undefined);
  const place = (documentId: DocumentId, from: number, to: number) => (
    <Anchor
      key={`${documentId}/${from}`}
      href={hrefOf({ screen: 'paper', id: documentId, pageNumber: from })}
      display="block"
    >
      {exhibitWords(cited(documentId, from, to), exhibits) ??
        `${view.documents[documentId] ?? 'Paper'}, ${pageRange(from, to)}`}
    </Anchor>
  );
  return (
    <section aria-labelledby="matrix-heading">
      <Title order={2} id="matrix-heading" mb={4}>
        Reasons and answers
      </Title>
      <Text c="dimmed" mb="sm">
        This table follows the letter in the packet. It is made from the letter and the pages you accepted.
      </Text>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" className="matrix-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="26%">Reason the plan gave</Table.Th>
              <Table.Th>Where it says so</Table.Th>
              <Table.Th w="34%">Our answer</Table.Th>
              <Table.Th>Pages that prove it</Table.Th>
              {hasCriteria && <Table.Th>Criteria met</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matrix.map(({ groundId, heading, denial, answer, evidence, criteria }) => (
              <Table.Tr key={groundId}>
                <Table.Td fw={600}>{heading}</Table.Td>
                <Table.Td>
                  {denial.length === 0
                    ? 'not on a page'
                    : denial.map((at) => place(at.documentId, at.pageNumber, at.pageNumber))}
                </Table.Td>
                <Table.Td>
                  {answer ??
                    (evidence.length > 0 ? 'The pages are quoted.' : <span className="blank">not answered</span>)}
                </Table.Td>
                <Table.Td>
                  {evidence.length === 0 ? (
                    <span className="blank">no page yet</span>
                  ) : (
                    evidence.map((at) => place(at.documentId, at.fromPage, at.toPage))
                  )}
                </Table.Td>
                {hasCriteria && <Table.Td>{criteria?.join(', ')}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
