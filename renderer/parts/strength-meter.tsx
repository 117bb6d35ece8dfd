// Says how strong a passphrase is, in words and as a bar, while it is typed.
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Estimate } from '../bridge/estimate.ts';
import { ASSUMPTION, strengthWords } from '../wording/strength.ts';

/** A pause this long ends a burst of typing, in milliseconds: nobody wants to hear a verdict on each letter. */
const PAUSE_MS = 300;

/** The verdict on a passphrase that is long enough. It never stops anybody. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const [settled] = useDebouncedValue(passphrase, PAUSE_MS);
  const found = useEstimate(settled);
  if (found === undefined) return null;
  const { level, tone, percent, sentence } = strengthWords(found.guesses);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw a meter element in colours of their own */}
      <div
        role="meter"
        aria-label="Strength of the passphrase"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={level}
        className={`strength strength-${tone}`}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <div role="status">
        <Text size="sm" mt={4}>
          <strong>{level}.</strong> {sentence} {found.warning}
        </Text>
        {tone === 'bad' && (
          <Text size="sm" mt={4}>
            You can use it, but five words chosen by chance are far safer: “Suggest one” below.
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {ASSUMPTION}
      </Text>
    </>
  );
}

/** The estimate, once the lists are loaded; undefined before. */
function useEstimate(passphrase: string): Estimate | undefined {
  const [estimate, setEstimate] = useState<(typed: string) => Estimate>();
  useEffect(() => {
    let isHere = true;
    // A window that can't load its own part still has the rule of length.
    import('../bridge/estimate.ts').then(
      (part) => isHere && setEstimate(() => part.estimate),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return passphrase === '' ? undefined : estimate?.(passphrase);
}
