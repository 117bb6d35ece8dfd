// The lock that waits for nothing: the screen is empty at once, and the process with the keys ends. What was typed in the last moment is not saved.
import { isHostLost } from './errors.ts';
import type { Host } from './host.ts';

/** True for the keys of the lock at once: Ctrl or ⌘, Shift, L. */
export function isPanicKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.code === 'KeyL';
}

/** Empties the window, ends the core, and starts anew. */
export async function lockAtOnce(host: Host): Promise<void> {
  document.body.replaceChildren();
  document.title = 'Appeal Vault';
  try {
    await host.client.vault.lock({ atOnce: true });
  } catch (cause) {
    // The process may end before its answer is out. If it could not be reached at all, a fresh page says so.
    if (!isHostLost(cause)) return window.location.reload();
  }
  await host.waitForFreshCore();
  window.location.replace('#/papers');
  window.location.reload();
}
