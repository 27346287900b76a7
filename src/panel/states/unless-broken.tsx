import { Component, type ReactNode } from 'react';
import { FullMessage } from './full-message.tsx';

/** Shows its children; should showing them fail, says so in their place, and the rest of the panel goes on. */
export class UnlessBroken extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <FullMessage name="broken" title="This request could not be shown">
        <p>That is a fault of CORS Lens. The list and every other request are not concerned.</p>
        <p>
          <code>{String(error)}</code>
        </p>
      </FullMessage>
    );
  }
}
