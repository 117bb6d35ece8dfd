// An error where it happened, in its one plain sentence.
import { Alert } from '@mantine/core';
import { sentenceFor } from '../bridge/errors.ts';
import { Icon } from './icons.tsx';

/** Shows the sentence of an error; nothing when there is none. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <Alert color="red" variant="light" icon={<Icon name="alert" />} role="alert" className="notice">
      {sentenceFor(error)}
    </Alert>
  );
}
