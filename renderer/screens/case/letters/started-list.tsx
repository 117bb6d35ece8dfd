// Letters that were started or sent, the newest first.
import { Anchor, Badge, Title } from '@mantine/core';
import type { LetterOffer } from '../../../../shared/contract/letters.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { shortDate } from '../../../wording/format.ts';

interface StartedListProps {
  readonly view: CaseView;
  readonly offers: readonly LetterOffer[];
}

/** Nothing while there is none. */
export function StartedList({ view, offers }: StartedListProps) {
  const { id, letters } = view.case;
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="started-heading">
      <Title order={2} id="started-heading" mb="xs">
        Your letters
      </Title>
      <ul className="plain-list work-rows">
        {letters.toReversed().map((letter) => (
          <li key={letter.id} className="work-row">
            <Anchor
              className="grow"
              href={hrefOf({ screen: 'case', id, tab: 'letters', letterId: letter.id })}
              underline="always"
            >
              {offers.find(({ kind }) => kind === letter.kind)?.name ?? 'Letter'}
            </Anchor>
            <span className="hint">started {shortDate(letter.createdOn)}</span>
            {letter.sentOn === undefined ? (
              <Badge className="tag">Draft</Badge>
            ) : (
              <Badge className="tag tag-accent">Sent {shortDate(letter.sentOn)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
