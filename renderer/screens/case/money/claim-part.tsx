// The claims with their sums and lines, as statements and bills print them.
import { Text, Title } from '@mantine/core';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import type { ClaimMoney } from '../../../../shared/model/money.ts';
import { Fold } from '../../../parts/fold.tsx';
import { AmountLink, SourceLinks } from '../../../parts/source-link.tsx';
import { count, shortDate } from '../../../wording/format.ts';
import { MONEY_NAMES } from '../../../wording/work.ts';
import { type MoneyRow, rowsOf } from './rows.ts';
import { sumsOf } from './sums.ts';

type Titles = Readonly<Record<string, string>>;

/** One card for each claim. */
export function ClaimPart({ claims, titles }: { readonly claims: readonly ClaimMoney[]; readonly titles: Titles }) {
  return (
    <section aria-labelledby="claims-heading">
      <Title order={2} id="claims-heading" mb="sm">
        Claims
      </Title>
      {claims.length === 0 && (
        <Text c="dimmed">No claim was found in your papers. Benefit statements and bills show them.</Text>
      )}
      <div className="diary">
        {claims.map((claim, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two claims of a paper may have no number
          <ClaimCard key={`${claim.claim}/${index}`} claim={claim} titles={titles} />
        ))}
      </div>
    </section>
  );
}

function ClaimCard({ claim, titles }: { readonly claim: ClaimMoney; readonly titles: Titles }) {
  const name = claim.claim === '' ? 'Claim without a number' : `Claim ${claim.claim}`;
  const days = [claim.from, claim.to === claim.from ? undefined : claim.to].filter((day) => day !== undefined);
  const rows = rowsOf(claim.lines);
  const refused = rows.filter(({ isRefused, isTotal }) => isRefused && !isTotal);
  const others = rows.filter((row) => !refused.includes(row));
  return (
    <article className="surface diary-card" aria-label={name}>
      <h3 className="small-heading">{name}</h3>
      <Text size="sm" c="dimmed">
        {[claim.provider, days.map(shortDate).join(' – ')]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
      </Text>
      <dl className="sums">
        {sumsOf(claim).map(({ name: what, cents, source }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {cents === undefined ? (
                <span className="amount-unknown">not told</span>
              ) : (
                <AmountLink source={source} titles={titles}>
                  {formatCents(cents)}
                </AmountLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {refused.length > 0 && (
        <>
          <h4 className="small-heading">Refused</h4>
          <Rows rows={refused} titles={titles} />
        </>
      )}
      {others.length > 0 && (
        <Fold summary={count(others.length, refused.length > 0 ? 'other line' : 'line')}>
          <Rows rows={others} titles={titles} />
        </Fold>
      )}
      {claim.sources.length > 0 && (
        <Text size="sm" mt="xs">
          From <SourceLinks sources={claim.sources} titles={titles} />
        </Text>
      )}
    </article>
  );
}

function Rows({ rows, titles }: { readonly rows: readonly MoneyRow[]; readonly titles: Titles }) {
  return (
    <ul className="plain-list">
      {rows.map((row) => (
        <li key={row.id} className="service-row" data-total={row.isTotal || undefined}>
          <span className="service-what">
            {row.on !== undefined && `${shortDate(row.on)} · `}
            {row.label}
          </span>
          <span className="service-amounts">
            {row.amounts.map((line) => (
              <span key={line.id} className="service-amount" data-refused={line.kind === 'not-covered' || undefined}>
                {MONEY_NAMES[line.kind]}{' '}
                <AmountLink source={line.source} titles={titles}>
                  {formatCents(line.cents)}
                </AmountLink>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
