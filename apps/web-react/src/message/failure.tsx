import type { ReactNode } from 'react'
import { Icon } from '../controls/icon.tsx'

/**
 * Why something did not work, with what can be done about it. `interrupted` is said more quietly. Only what happens
 * while the person is there is an alert: a history that is opened must not shout its failures.
 */
export function Failure(props: { text: string; isNews?: boolean; kind?: 'interrupted'; children?: ReactNode }) {
  return (
    <div className="failure" role={props.isNews && !props.kind ? 'alert' : undefined} data-kind={props.kind}>
      <Icon name={props.kind ? 'circle-pause' : 'circle-alert'} />
      <p className="failure-text" dir="auto">
        {props.text}
      </p>
      {props.children}
    </div>
  )
}
