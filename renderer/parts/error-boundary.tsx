// Catches a fault of the window itself, so that a plain page stands where it would otherwise be blank.
import { Button, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { sentenceFor } from '../bridge/errors.ts';
import { FrontPage } from './front-page.tsx';
import { PageTitle } from './page-title.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Shows the children, or the sentence of the fault with a way to start the window anew. */
export class ErrorBoundary extends Component<Props, { readonly fault: unknown }> {
  override readonly state: { readonly fault: unknown } = { fault: undefined };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override render() {
    if (this.state.fault === undefined) return this.props.children;
    return (
      <FrontPage>
        <PageTitle screen="Fault">This window stumbled</PageTitle>
        <Text my="lg">{sentenceFor(this.state.fault)}</Text>
        <Button onClick={() => window.location.reload()}>Open the window anew</Button>
      </FrontPage>
    );
  }
}
