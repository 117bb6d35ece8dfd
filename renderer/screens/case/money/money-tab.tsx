// Money of a case: what is at stake, what was charged, paid and refused, and what the user does about it.
import { Stack, Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useMoney } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { AtStake } from './at-stake.tsx';
import { BalancePart } from './balance-part.tsx';
import { ClaimPart } from './claim-part.tsx';
import { DifferencePart } from './difference-part.tsx';
import { FundingPart } from './funding-part.tsx';
import { LimitPart } from './limit-part.tsx';
import { PaymentPart } from './payment-part.tsx';
import { PlanPart } from './plan-part.tsx';

interface MoneyTabProps {
  readonly view: CaseView;
}

/** The amount the appeal is about comes first. */
export function MoneyTab({ view }: MoneyTabProps) {
  const money = useMoney(view.case.id);
  if (money.isPending) return <Loading label="Adding up the money" />;
  if (money.isError) return <ErrorNotice error={money.error} />;
  const titles = view.documents;
  return (
    <Stack gap="xl">
      <AtStake money={money.data} titles={titles} />
      <DifferencePart differences={money.data.differences} titles={titles} />
      <ClaimPart claims={money.data.claims} titles={titles} />
      <BalancePart balances={money.data.balances} titles={titles} />
      <LimitPart limits={money.data.limits} titles={titles} />
      <PaymentPart view={view} money={money.data} />
      <PlanPart view={view} />
      <FundingPart view={view} />
      <Text size="sm" c="dimmed">
        Amounts are read from your papers as they print them. Compare them before you use them in a letter.
      </Text>
    </Stack>
  );
}
