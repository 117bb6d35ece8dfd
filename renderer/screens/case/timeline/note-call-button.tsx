// The button that opens the pad for a call.
import { Button, type ButtonProps } from '@mantine/core';
import type { CaseId } from '../../../../shared/ids.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useCallPad } from './pad-provider.tsx';

interface NoteCallProps extends ButtonProps {
  readonly caseId: CaseId;
}

/** “Note a call”; the key F2 does the same. */
export function NoteCallButton({ caseId, ...rest }: NoteCallProps) {
  const pad = useCallPad();
  return (
    <Button
      leftSection={<Icon name="phone" size={17} />}
      aria-keyshortcuts="F2"
      title="F2"
      onClick={() => pad.noteCall(caseId)}
      {...rest}
    >
      Note a call
    </Button>
  );
}
