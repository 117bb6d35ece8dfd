// What the shell remembers between starts: window place, colours, last vault folder. Nothing from a paper.
import type { Rectangle } from 'electron';
import Store from 'electron-store';

export interface Settings {
  bounds?: Rectangle;
  isMaximized?: boolean;
  theme?: 'system' | 'light' | 'dark';
  vaultDir?: string;
}

export interface SettingsStore {
  get<K extends keyof Settings>(name: K): Settings[K];
  set<K extends keyof Settings>(name: K, value: NonNullable<Settings[K]>): void;
}

/** Opens the settings file in the app's own folder. A damaged file counts as empty: nothing in it is worth a failed start. */
export function openSettings(): SettingsStore {
  const store = new Store<Settings>({ name: 'settings', clearInvalidConfig: true });
  return {
    get: (name) => store.get(name),
    set: (name, value) => store.set({ [name]: value }),
  };
}
