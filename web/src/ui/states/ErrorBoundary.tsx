import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  fallback: (failure: unknown, retry: () => void) => ReactNode;
  /** A new value clears the failure, e.g. the address of the page. */
  resetKey?: string;
}

export class ErrorBoundary extends Component<Props, { failure: unknown }> {
  override state: { failure: unknown } = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure: failure ?? new Error('unknown') };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failure !== null && before.resetKey !== this.props.resetKey) this.setState({ failure: null });
  }

  override componentDidCatch(_failure: unknown, _info: ErrorInfo) {
    // React has already written the failure and its stack to the browser's console.
  }

  override render() {
    if (this.state.failure === null) return this.props.children;
    return this.props.fallback(this.state.failure, () => this.setState({ failure: null }));
  }
}
