// Pages that need care before they go to anybody: what stands there, what it means, and whether it may go out.
import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { CaseView } from '../../../shared/model/case.ts';
import type { SensitivePage } from '../../../shared/model/diary.ts';
import { useCaseChange, useRecord } from '../../bridge/queries.ts';
import { Icon } from '../../parts/icons.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { SENSITIVE_NAMES } from '../../wording/care.ts';
import { count } from '../../wording/format.ts';
import { Basis } from '../paper/denial/basis.tsx';

/** Nothing at all while no page needs care. */
export function SensitiveNotice({ view }: { readonly view: CaseView }) {
  const { data } = useRecord(view.case.id);
  if (data === undefined || data.sensitive.length === 0) return null;
  const held = data.sensitive.filter(({ allowed }) => !allowed).length;
  return (
    <Alert
      color="orange"
      variant="light"
      className="notice"
      icon={<Icon name="shield" />}
      role="region"
      aria-label="Sensitive pages"
    >
      <Stack gap="sm">
        <Title order={2} size="h3">
          {count(data.sensitive.length, 'page needs', 'pages need')} a second look before the packet goes out
        </Title>
        <Text size="sm">
          {held === 0
            ? 'You looked at all of them and let them go out.'
            : 'Look at each. A final packet is built once you let them go out, or take the pages away from the reasons they answer.'}
        </Text>
        <ul className="plain-list sensitive-list">
          {data.sensitive.map((page) => (
            <SensitiveRow key={keyOf(page)} view={view} page={page} />
          ))}
        </ul>
      </Stack>
    </Alert>
  );
}

function SensitiveRow({ view, page }: { readonly view: CaseView; readonly page: SensitivePage }) {
  const { documentId, pageNumber, kind, quote, from, to, meaning, advice, citation, trust, allowed } = page;
  const title = view.documents[documentId] ?? 'A paper';
  const allow = useCaseChange((client, isAllowed: boolean) =>
    client.record.allowPage({ id: view.case.id, page: keyOf(page), allowed: isAllowed }),
  );
  const place = `${title}, page ${pageNumber}`;
  return (
    <li className="sensitive-row">
      <Group gap="xs">
        <Text fw={700} span>
          {SENSITIVE_NAMES[kind]}
        </Text>
        <Badge className={allowed ? 'tag' : 'tag tag-warn'}>{allowed ? 'You let it go out' : 'Held back'}</Badge>
      </Group>
      <Text>
        <PageLink documentId={documentId} title={title} fromPage={pageNumber} proof={{ pageNumber, from, to, quote }} />
        {quote !== '' && `: “${quote}”`}
      </Text>
      <Text size="sm">{meaning}</Text>
      <Text size="sm">
        <strong>What to do:</strong> {advice}
      </Text>
      <Basis citation={citation} trust={trust} />
      <Button
        variant="default"
        size="compact-md"
        mt={6}
        loading={allow.isPending}
        aria-label={`${allowed ? 'Hold back' : 'Let it go out'}: ${place}`}
        onClick={() => allow.mutate(!allowed)}
      >
        {allowed ? 'Hold back' : 'Let it go out'}
      </Button>
    </li>
  );
}

function keyOf({ documentId, pageNumber, kind }: SensitivePage): string {
  return `${documentId}/${pageNumber}/${kind}`;
}
