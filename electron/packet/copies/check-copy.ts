// Checks of a finished copy before it is kept: what another PDF reader finds in it agrees with the packet it was made of.
import { AppError } from '../../../shared/errors.ts';
import type { PacketCheck } from '../../../shared/model/packet.ts';

/** One check: its name in plain words, and where it failed; no failures mean it passed. Failures name pages, never words of a paper. */
export function checkOf(id: string, name: string, failures: readonly string[]): PacketCheck {
  return { id, name, state: failures.length === 0 ? 'passed' : 'failed', detail: failures.slice(0, 5).join('; ') };
}

/** Throws copy-check-failed when one of the checks failed. */
export function refuseFailed(checks: readonly PacketCheck[]): readonly PacketCheck[] {
  const failed = checks.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return checks;
  const why = failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ');
  throw new AppError('copy-check-failed', { cause: new Error(why) });
}

/** Every page shows the stamp that is its label. `texts` are those of the pages as another library reads them. */
export function stampCheck(labels: readonly string[], texts: readonly string[], ownLabels: RegExp): PacketCheck {
  const failures = [
    ...(labels.length === texts.length ? [] : [`${texts.length} pages read, ${labels.length} written`]),
    ...labels.flatMap((label, index) =>
      ownLabels.test(label) || squeezed(texts[index] ?? '').includes(squeezed(label))
        ? []
        : [`page ${index + 1} does not show its stamp`],
    ),
  ];
  return checkOf('stamps', 'Every page shows its number, and the labels say the same', failures);
}

/** The same words on the same pages. */
export function textCheck(before: readonly string[], after: readonly string[]): PacketCheck {
  const failures = before.flatMap((text, index) =>
    squeezed(text) === squeezed(after[index] ?? '') ? [] : [`the words of page ${index + 1} differ`],
  );
  const count = before.length === after.length ? [] : [`${after.length} pages read, ${before.length} expected`];
  return checkOf('text', 'Every page says what it said before', [...count, ...failures]);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
