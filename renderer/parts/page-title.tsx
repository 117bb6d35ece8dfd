// The heading of a screen: takes the focus when the screen changes, so that a screen reader says where one is.
import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageTitleProps {
  /** What the window's title says. Never words of a paper: browsers keep titles in their history. */
  readonly screen: string;
  readonly children: ReactNode;
}

/** The first heading of a screen. */
export function PageTitle({ screen, children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${screen} – Appeal Vault`;
    // Someone who is typing (in the search box) keeps the focus.
    if (document.activeElement instanceof HTMLInputElement) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [screen]);
  return (
    <Title order={1} ref={heading} tabIndex={-1} className="page-title">
      {children}
    </Title>
  );
}
