// Frames and long tasks of a page while something is done with it.
import type { Page } from 'playwright-core';

/** How smoothly the page was drawn while something was done. */
export interface Fluidity {
  readonly what: string;
  readonly framesPerSecond: number;
  readonly longestFrameMs: number;
  readonly longTasks: number;
  readonly longestTaskMs: number;
}

/** Counts frames and long tasks of the page while something is done. */
export async function watched(page: Page, what: string, act: () => Promise<void>): Promise<Fluidity> {
  await page.evaluate(() => {
    const seen = { frames: [] as number[], tasks: [] as number[], on: true };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (seen.on) seen.tasks.push(duration);
    }).observe({ type: 'longtask' });
    const frame = (at: number) => {
      seen.frames.push(at);
      if (seen.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  const { frames, tasks } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { frames: number[]; tasks: number[]; on: boolean } };
    seen.on = false;
    return { frames: seen.frames, tasks: seen.tasks };
  });
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  return {
    what,
    framesPerSecond: Math.round(gaps.length / Math.max(0.001, seconds)),
    longestFrameMs: Math.round(Math.max(0, ...gaps)),
    longTasks: tasks.length,
    longestTaskMs: Math.round(Math.max(0, ...tasks)),
  };
}

/** Scrolls an element (`html` for the whole page) by so many pixels a frame, for so many frames. */
export async function scrolled(page: Page, selector: string, perFrame: number, frames: number): Promise<void> {
  await page.locator(selector).evaluate(
    (element, { perFrame: step, frames: count }) =>
      new Promise<void>((done) => {
        let left = count;
        const frame = () => {
          element.scrollTop += step;
          left -= 1;
          if (left > 0) requestAnimationFrame(frame);
          else done();
        };
        requestAnimationFrame(frame);
      }),
    { perFrame, frames },
  );
}

/** One line. */
export function describeFluidity({
  what,
  framesPerSecond,
  longestFrameMs,
  longTasks,
  longestTaskMs,
}: Fluidity): string {
  return `${what.padEnd(18)} ${framesPerSecond} frames/s, longest ${longestFrameMs} ms; ${longTasks} tasks over 50 ms, longest ${longestTaskMs} ms\n`;
}
