import { answerDetails, laterTexts } from '@livetype/ui/later'
import { trpc } from '../trpc.ts'

/** What one answer took: tokens, time, and money where that is known. @see SPEC.md USAGE2 */
export function ReplyDetails(props: { readonly conversationId: string; readonly messageId: string }) {
  const query = trpc.usage.ofMessage.useQuery(props, { staleTime: 0 })
  const words = laterTexts.usage
  if (!query.data) {
    return (
      <p className="reply-details" role={query.isError ? 'alert' : undefined}>
        {query.isError ? words.detailsFailed : words.loading}
      </p>
    )
  }
  return (
    <dl className="reply-details">
      {answerDetails(query.data).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
