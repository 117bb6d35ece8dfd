// A quiet sign that something is being fetched.
import { Center, Loader } from '@mantine/core';

/** Stands where a screen will be in a moment. */
export function Loading({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <Center mih={200} role="status">
      <Loader aria-label={label} />
    </Center>
  );
}
