import type { Observable, ReplyView } from '@livetype/client'
import { Prose } from '../markdown/prose.tsx'
import { useObservable } from '../use-observable.ts'
import { Activity } from './activity.tsx'
import { Reasoning } from './reasoning.tsx'

/** What a model has written, or what it is doing while there is nothing yet. */
export function ReplyBody({ source, modelName }: { source: Observable<ReplyView>; modelName: string }) {
  const { parts, activity, isTyping } = useObservable(source)
  const last = parts.length - 1
  return (
    <div className="message-body">
      {parts.length === 0 && activity !== 'ended' && <Activity activity={activity} modelName={modelName} hasCaret />}
      {parts.map((part, index) =>
        part.type === 'text' ? (
          <Prose key={part.key} blocks={part.blocks} isTyping={isTyping && index === last} />
        ) : (
          <Reasoning key={part.key} part={part} />
        ),
      )}
    </div>
  )
}
