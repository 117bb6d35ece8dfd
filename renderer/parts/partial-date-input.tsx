// A field for a date that may be known only as far as the month or the year.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PartialDate } from '../../shared/model/record.ts';
import { partialDate } from '../wording/partial-date.ts';
import { typedPartialDate } from '../wording/typed-date.ts';

export interface TypedDate {
  readonly text: string;
  /** Undefined while the text is empty or no date. */
  readonly date: PartialDate | undefined;
}

/** What stands in the field for a stored date. */
export function dateTyped(date: PartialDate | undefined): TypedDate {
  return { text: date === undefined ? '' : partialDate(date), date };
}

/** What stands in the field for a text that was typed before; undefined for none. */
export function dateAsTyped(text: string | undefined): TypedDate | undefined {
  return text === undefined ? undefined : { text, date: typedPartialDate(text) };
}

/** True for an empty field and for a date. */
export function isDateOrEmpty({ text, date }: TypedDate): boolean {
  return text.trim() === '' || date !== undefined;
}

interface PartialDateInputProps {
  readonly label: string;
  readonly value: TypedDate;
  readonly onChange: (value: TypedDate) => void;
  readonly disabled?: boolean;
}

/** Says how it understands what is typed. */
export function PartialDateInput({ label, value, onChange, disabled = false }: PartialDateInputProps) {
  const [isLeft, setLeft] = useState(false);
  const isWrong = isLeft && !isDateOrEmpty(value);
  const understood = value.date === undefined ? undefined : partialDate(value.date);
  return (
    <TextInput
      label={label}
      placeholder="2024, March 2024 or 3/15/2024"
      autoComplete="off"
      maxLength={40}
      disabled={disabled}
      value={value.text}
      onChange={({ currentTarget: { value: text } }) => onChange({ text, date: typedPartialDate(text) })}
      onBlur={() => setLeft(true)}
      onFocus={() => setLeft(false)}
      error={isWrong ? 'Type a year, a month and a year, or a whole day.' : undefined}
      description={understood !== undefined && understood !== value.text.trim() ? `That is ${understood}.` : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
