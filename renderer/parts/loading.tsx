// A quiet sign that something is being fetched.
import { Center, Loader, VisuallyHidden } from '@mantine/core';

/** Stands where a screen will be in a moment. */
export function Loading({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <Center mih={200} role="status">
      <Loader aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </Center>
  );
}
