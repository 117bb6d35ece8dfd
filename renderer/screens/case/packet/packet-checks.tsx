// What was checked in a finished file, one line for each check, with the way to the pages it is about.
import { Anchor, Group, List, Text, VisuallyHidden } from '@mantine/core';
import type { PacketCheck } from '../../../../shared/model/packet.ts';
import { Fold } from '../../../parts/fold.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { count } from '../../../wording/format.ts';

interface PacketChecksProps {
  readonly checks: readonly PacketCheck[];
  /** Shows a page of the file; without it pages are only named. */
  readonly onPage?: (pageNumber: number) => void;
}

/** Pages offered to be shown; the rest is like them. */
const OFFERED = 6;

/** Folded away while all is well. */
export function PacketChecks({ checks, onPage }: PacketChecksProps) {
  if (checks.length === 0) return null;
  const hasFailed = checks.some(({ state }) => state === 'failed');
  return (
    <Fold summary={summaryOf(checks)} isOpen={hasFailed}>
      <List listStyleType="none" spacing={6}>
        {checks.map((check) => (
          <List.Item key={check.id}>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <Icon name={ICONS[check.state]} size={17} />
              <div>
                <Text size="sm">
                  <VisuallyHidden component="span">{STATES[check.state]}: </VisuallyHidden>
                  {check.name}
                  {check.state === 'not-checked' && ' (not checked)'}
                </Text>
                {check.detail !== '' && (
                  <Text size="sm" c="dimmed" className="wrap-anywhere">
                    {sentence(check.detail)}
                  </Text>
                )}
                {onPage !== undefined && <Pages check={check} onPage={onPage} />}
              </div>
            </Group>
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}

function Pages({ check, onPage }: { readonly check: PacketCheck; readonly onPage: (pageNumber: number) => void }) {
  const pages = (check.pages ?? []).slice(0, OFFERED);
  if (pages.length === 0) return null;
  return (
    <Group gap="sm">
      {pages.map((page) => (
        <Anchor
          key={page}
          component="button"
          type="button"
          size="sm"
          underline="always"
          aria-label={`Show page ${page}: ${check.name}`}
          onClick={() => onPage(page)}
        >
          Show page {page}
        </Anchor>
      ))}
    </Group>
  );
}

/** A file with a grave fault is never kept: what is told here is worth a look. */
function summaryOf(checks: readonly PacketCheck[]): string {
  const failed = checks.filter(({ state }) => state === 'failed').length;
  const left = checks.filter(({ state }) => state === 'not-checked').length;
  if (failed > 0) return `${failed} of ${count(checks.length, 'check')} of the finished file need a look`;
  if (left > 0)
    return `${checks.length - left} of ${count(checks.length, 'check')} of the finished file passed, ${left} not made`;
  return `${count(checks.length, 'check')} of the finished file passed`;
}

function sentence(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const ICONS = { passed: 'check', failed: 'alert', 'not-checked': 'info' } as const;
const STATES = { passed: 'Passed', failed: 'Needs a look', 'not-checked': 'Not checked' } as const;
