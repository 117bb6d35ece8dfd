// How long the call has lasted, counted while it lasts.
import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { clockFace } from './new-entry.ts';

/** Ticks each second; a button ends it. */
export function RunningClock({ startedAt, onStop }: { readonly startedAt: number; readonly onStop: () => void }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(ticking);
  }, []);
  return (
    <div className="running-clock">
      <span aria-hidden="true">On the phone</span>
      <Text role="timer" aria-label="Length of the call" inherit>
        {clockFace(Math.max(0, now - startedAt))}
      </Text>
      <Button variant="default" size="compact-sm" onClick={onStop}>
        Stop the clock
      </Button>
    </div>
  );
}
