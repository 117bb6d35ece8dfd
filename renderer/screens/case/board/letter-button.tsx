// Starts the letter that asks for what is missing, or goes on with the one that was started.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { LetterKind } from '../../../../shared/model/diary.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { takeCase } from '../../../bridge/queries.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { goTo } from '../../../navigation/use-route.ts';
import { Icon } from '../../../parts/icons.tsx';
import { shortDate } from '../../../wording/format.ts';

interface LetterButtonProps {
  readonly view: CaseView;
  readonly kind: LetterKind;
  /** What the letter asks for, for those who hear the button alone. */
  readonly about: string;
}

/** One letter of each kind is enough: several items can be asked for in it. */
export function LetterButton({ view, kind, about }: LetterButtonProps) {
  const { id, letters } = view.case;
  const { client } = useHost();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => client.letters.start({ id, kind }),
    onSuccess: ({ letterId, view: changed }) => {
      takeCase(queries, changed);
      goTo({ screen: 'case', id, tab: 'letters', letterId });
    },
  });
  const written = letters.findLast((letter) => letter.kind === kind);
  if (written === undefined)
    return (
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Icon name="letter" size={16} />}
        loading={start.isPending}
        aria-label={`Write the letter that asks for: ${about}`}
        onClick={() => start.mutate()}
      >
        Write the letter
      </Button>
    );
  const words = written.sentOn === undefined ? 'Go on with the letter' : `Letter sent ${shortDate(written.sentOn)}`;
  return (
    <Button
      component="a"
      variant="subtle"
      size="compact-md"
      leftSection={<Icon name="letter" size={16} />}
      href={hrefOf({ screen: 'case', id, tab: 'letters', letterId: written.id })}
      aria-label={`${words}: ${about}`}
    >
      {words}
    </Button>
  );
}
