import type { EndingNote } from '@livetype/ui'
import type { ReactNode } from 'react'
import { Icon } from '../controls/icon.tsx'

/**
 * Why something did not work, with what can be done about it. What is no failure is said more quietly. Only what
 * happens while the person is there is an alert: a history that is opened must not shout its failures.
 */
export function Failure(props: { text: string; isNews?: boolean; kind?: EndingNote['kind']; children?: ReactNode }) {
  const { kind = 'failed' } = props
  return (
    <div
      className="failure"
      role={props.isNews && kind === 'failed' ? 'alert' : undefined}
      data-kind={kind === 'failed' ? undefined : kind}
    >
      <Icon name={kind === 'failed' ? 'circle-alert' : 'circle-pause'} />
      <p className="failure-text" dir="auto">
        {props.text}
      </p>
      {props.children}
    </div>
  )
}
