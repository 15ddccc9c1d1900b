import { answerDetails, laterTexts } from '@livetype/ui/later'
import { useServices } from '../services.ts'
import { useAsked } from './use-asked.ts'

/** What one answer took: tokens, time, and money where that is known. @see SPEC.md USAGE2 */
export function ReplyDetails(props: { readonly conversationId: string; readonly messageId: string }) {
  const { usage } = useServices()
  const { conversationId, messageId } = props
  const { status, answer } = useAsked(() => usage.ofMessage.query({ conversationId, messageId }), messageId)
  const words = laterTexts.usage
  if (!answer) {
    return (
      <p className="reply-details" role={status === 'failed' ? 'alert' : undefined}>
        {status === 'failed' ? words.detailsFailed : words.loading}
      </p>
    )
  }
  return (
    <dl className="reply-details">
      {answerDetails(answer).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
