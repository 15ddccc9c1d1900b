import { texts } from '@livetype/ui'
import { Component, type ReactNode } from 'react'

/** Instead of an empty page, should drawing it ever fail. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <main className="main">
        <div className="transcript-content">
          <section className="blank-state" role="alert">
            <h1>{texts.errors.unexpectedTitle}</h1>
            <p>{texts.errors.unexpectedBody}</p>
            <button type="button" className="button" onClick={() => window.location.reload()}>
              {texts.errors.reload}
            </button>
          </section>
        </div>
      </main>
    )
  }
}
