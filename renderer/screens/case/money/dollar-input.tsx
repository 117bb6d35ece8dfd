// A field for an amount in dollars.
import { TextInput, type TextInputProps } from '@mantine/core';

/** What a wrong amount is told. */
export const NO_AMOUNT = 'Type an amount in dollars, for example 1,234.50.';

/** Typed as dollars; the form makes whole cents of it. */
export function DollarInput(props: TextInputProps) {
  return <TextInput inputMode="decimal" leftSection="$" autoComplete="off" {...props} />;
}
