// A field for a calendar date.
import { TextInput, type TextInputProps } from '@mantine/core';

/** The browser's own date field: it can be typed into and has a calendar. */
export function DayInput(props: Omit<TextInputProps, 'type'>) {
  return <TextInput type="date" autoComplete="off" {...props} />;
}
