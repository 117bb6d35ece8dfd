// The window's few icons, drawn as strokes. They are decoration: the words beside them carry the meaning.
import type { ReactNode } from 'react';

const SHAPES = {
  papers: (
    <>
      <path d="M7 3h7l5 5v13H7z" />
      <path d="M14 3v5h5M10 13h6M10 17h6" />
    </>
  ),
  cases: (
    <>
      <path d="M3 7h18v13H3z" />
      <path d="M8 7V4h8v3M3 12h18" />
    </>
  ),
  list: <path d="M4 6h2M10 6h10M4 12h2M10 12h10M4 18h2M10 18h10" />,
  grid: <path d="M4 4h6v7H4zM14 4h6v7h-6zM4 14h6v6H4zM14 14h6v6h-6z" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 5 5" />
    </>
  ),
  lock: (
    <>
      <path d="M5 11h14v10H5z" />
      <path d="M8 11V7a4 4 0 0 1 8 0v4" />
    </>
  ),
  add: <path d="M12 5v14M5 12h14" />,
  trash: <path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6" />,
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  undo: (
    <>
      <path d="M4 9h10a6 6 0 0 1 0 12H8" />
      <path d="M8 5 4 9l4 4" />
    </>
  ),
  left: <path d="m15 5-7 7 7 7" />,
  right: <path d="m9 5 7 7-7 7" />,
  up: <path d="m5 15 7-7 7 7" />,
  down: <path d="m5 9 7 7 7-7" />,
  grip: <path strokeWidth="3" d="M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01" />,
  more: <path strokeWidth="3" d="M5 12v.01M12 12v.01M19 12v.01" />,
  zoomIn: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 5 5M11 8v6M8 11h6" />
    </>
  ),
  zoomOut: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 5 5M8 11h6" />
    </>
  ),
  turn: (
    <>
      <path d="M19 12a7 7 0 1 1-2-5l3 3" />
      <path d="M20 4v6h-6" />
    </>
  ),
  cut: (
    <>
      <path d="M12 3v3M12 9v3M12 15v3M12 20v1" />
      <path d="M8 5H4v14h4M16 5h4v14h-4" />
    </>
  ),
  arrange: <path d="M4 4h7v9H4zM4 16h7v4H4zM14 4h6v4h-6zM14 11h6v9h-6z" />,
  fitWidth: <path d="M3 4v16M21 4v16M6 12h12M9 9l-3 3 3 3M15 9l3 3-3 3" />,
  fitPage: <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />,
  beside: <path d="M3 5h8v14H3zM13 5h8v14h-8z" />,
  download: <path d="M12 4v11M7 11l5 5 5-5M5 20h14" />,
  alert: (
    <>
      <path d="M12 3 2.5 20h19z" />
      <path d="M12 10v4M12 17v.5" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v6M12 7v.5" />
    </>
  ),
  calendar: (
    <>
      <path d="M4 6h16v15H4z" />
      <path d="M4 10h16M8 3v5M16 3v5" />
    </>
  ),
  link: (
    <>
      <path d="M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1" />
      <path d="M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1" />
    </>
  ),
  shield: (
    <>
      <path d="M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6z" />
      <path d="m8.5 12 2.5 2.5 4.5-5" />
    </>
  ),
  phone: <path d="M6 3h4l1.5 5-2.5 2a11 11 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z" />,
  note: <path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8 9h8M8 12.5h5" />,
  letter: <path d="M3 6h18v13H3zM3 7l9 7 9-7" />,
  money: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M15 9c-.5-1.2-1.6-1.8-3-1.8-1.7 0-3 .9-3 2.3 0 3.2 6 1.6 6 4.8 0 1.5-1.3 2.5-3 2.5-1.5 0-2.7-.7-3.1-2M12 5.5v1.7M12 16.8v1.7" />
    </>
  ),
  send: <path d="M3 11 21 3l-6 18-4-7zM11 14 21 3" />,
  pill: <path d="M5 13 13 5a4.2 4.2 0 0 1 6 6l-8 8a4.2 4.2 0 0 1-6-6zM9 9l6 6" />,
  score: <path d="M4 4v16h16M8 16v-4M12 16V8M16 16v-6" />,
  care: <path d="M9 4h6v5h5v6h-5v5H9v-5H4V9h5z" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof SHAPES;

/** An icon as tall as `size` pixels, in the colour of the text around it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      {SHAPES[name]}
    </svg>
  );
}
