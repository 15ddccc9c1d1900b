import type { ReactNode } from 'react'
import { Icon } from '../controls/icon.tsx'

/** Why something did not work, with what can be done about it. `interrupted` is said more quietly. */
export function Failure(props: { text: string; kind?: 'interrupted'; children?: ReactNode }) {
  return (
    <div className="failure" role={props.kind ? undefined : 'alert'} data-kind={props.kind}>
      <Icon name={props.kind ? 'circle-pause' : 'circle-alert'} />
      <p className="failure-text" dir="auto">
        {props.text}
      </p>
      {props.children}
    </div>
  )
}
