// The claims with their sums and lines, as statements and bills print them.
import { Badge, Text, Title } from '@mantine/core';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import type { ClaimMoney, MoneyLine } from '../../../../shared/model/money.ts';
import { Fold } from '../../../parts/fold.tsx';
import { AmountLink, SourceLinks } from '../../../parts/source-link.tsx';
import { count, shortDate } from '../../../wording/format.ts';
import { MONEY_NAMES } from '../../../wording/work.ts';
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
  const refused = claim.lines.filter(({ kind }) => kind === 'not-covered').length;
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
      {claim.lines.length > 0 && (
        <Fold summary={linesInWords(claim.lines.length, refused)} isOpen={refused > 0}>
          <ul className="plain-list">
            {claim.lines.map((line) => (
              <LineRow key={line.id} line={line} titles={titles} />
            ))}
          </ul>
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

function LineRow({ line, titles }: { readonly line: MoneyLine; readonly titles: Titles }) {
  return (
    <li className="money-row" data-refused={line.kind === 'not-covered' || undefined}>
      <span className="money-kind">
        {line.kind === 'not-covered' ? (
          <Badge className="tag tag-bad">{MONEY_NAMES[line.kind]}</Badge>
        ) : (
          MONEY_NAMES[line.kind]
        )}
        {line.isTotal && ' (total)'}
      </span>
      <span className="money-what">
        {line.on !== undefined && `${shortDate(line.on)} · `}
        {line.code !== undefined && <span className="code">{line.code} </span>}
        {line.label}
      </span>
      <span className="money-amount">
        <AmountLink source={line.source} titles={titles}>
          {formatCents(line.cents)}
        </AmountLink>
      </span>
    </li>
  );
}

function linesInWords(lines: number, refused: number): string {
  return refused === 0 ? count(lines, 'line') : `${count(lines, 'line')}, ${refused} refused`;
}
