// A button that is only an icon: its name is its tip and what is read aloud.
import { ActionIcon, Tooltip } from '@mantine/core';
import { Icon, type IconName } from './icons.tsx';

interface ToolButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}

/** For the bars above a page. */
export function ToolButton({ icon, label, isDisabled, onClick }: ToolButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={isDisabled} onClick={onClick}>
        <Icon name={icon} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
