// Reminders by the system: at most one a day, only while the app runs, without any name.
import { useEffect, useRef, useState } from 'react';
import type { Agenda } from '../../../shared/model/diary.ts';
import { useAgenda } from '../../bridge/queries.ts';
import { today } from '../../wording/format.ts';
import { dueSoon, reminderText } from './groups.ts';

/** Kept outside the vault: only a day, and whether reminders are wanted. */
const LAST_KEY = 'appeal-vault-reminded-on';
const OFF_KEY = 'appeal-vault-reminders-off';
const DAY_MS = 86_400_000;
/** How often the app looks whether a new day has begun, in milliseconds. */
const LOOK_MS = 15 * 60_000;

export type ReminderState = 'on' | 'off' | 'blocked' | 'impossible';

/** Whether reminders are on. `off` until the person turns them on; `blocked` when the system or browser forbids them. */
export function reminderState(): ReminderState {
  if (!('Notification' in window)) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && localStorage.getItem(OFF_KEY) === null ? 'on' : 'off';
}

/** The state of reminders with the way to turn them on and off. Permission is asked only here; turned on, they tell at once. */
export function useReminderSwitch(items: readonly Agenda[]) {
  const [state, setState] = useState(reminderState);
  const turn = async (isOn: boolean) => {
    if (isOn) {
      localStorage.removeItem(OFF_KEY);
      await Notification.requestPermission();
    } else localStorage.setItem(OFF_KEY, 'off');
    const next = reminderState();
    setState(next);
    if (isOn && next === 'on') tell(items, today());
  };
  return { state, turn };
}

/** Tells once a day how many dates are overdue, due today or due tomorrow. */
export function useReminders(): void {
  const agenda = useAgenda();
  const items = agenda.data?.items;
  const [tick, setTick] = useState(0);
  const lookedOn = useRef<string>(undefined);
  useEffect(() => {
    const looking = window.setInterval(() => setTick((old) => old + 1), LOOK_MS);
    return () => window.clearInterval(looking);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick asks again, as the day may have changed
  useEffect(() => {
    const now = today();
    // Only when the app is opened and when a new day begins: who notes a date just now need not be told of it.
    if (items === undefined || lookedOn.current === now) return;
    lookedOn.current = now;
    if (reminderState() === 'on' && localStorage.getItem(LAST_KEY) !== now) tell(items, now);
  }, [items, tick]);
}

function tell(items: readonly Agenda[], now: string): void {
  const due = dueSoon(items, dayAfter(now));
  if (due === 0) return;
  localStorage.setItem(LAST_KEY, now);
  const notice = new Notification(reminderText(due), { tag: 'appeal-vault-dates' });
  notice.onclick = () => {
    window.focus();
    window.location.hash = '#/dates';
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
