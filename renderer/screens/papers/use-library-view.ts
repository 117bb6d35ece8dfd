// How the papers are shown: list or grid, in which order. Remembered in the vault.
import { DEFAULT_PREFERENCES, type LibraryView } from '../../../shared/model/preferences.ts';
import { useChoice, usePreferences } from '../vault/use-keeping.ts';

/** The view, and how to change it. Before the vault has answered it is the usual one. */
export function useLibraryView() {
  const preferences = usePreferences();
  const choice = useChoice();
  const { data = DEFAULT_PREFERENCES } = preferences;
  return {
    view: data.library,
    change: (change: Partial<LibraryView>) => {
      // Other choices that are not known yet must not be written over.
      if (preferences.data !== undefined)
        choice.mutate({ ...preferences.data, library: { ...data.library, ...change } });
    },
  };
}
