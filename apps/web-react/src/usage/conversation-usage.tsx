import { laterTexts, modelRows, summarizeUsage } from '@livetype/ui/later'
import { trpc } from '../trpc.ts'
import { UsageTable } from './usage-table.tsx'

/** What one conversation has used, by model. */
export function ConversationUsage({ conversationId }: { conversationId: string }) {
  const words = laterTexts.usage
  const query = trpc.usage.ofConversation.useQuery({ conversationId }, { staleTime: 0 })
  const report = query.data
  const summary = report && summarizeUsage(report, { dayStarts: [], modelId: null })
  return (
    <section className="usage-section" aria-labelledby="conversation-usage">
      <h3 id="conversation-usage" className="settings-heading">
        {words.ofConversation}
      </h3>
      {!summary && (
        <p className="usage-note" role={query.isError ? 'alert' : undefined}>
          {query.isError ? words.failed : words.loading}
        </p>
      )}
      {summary && report && summary.total.runs === 0 && <p className="usage-note">{words.ofConversationEmpty}</p>}
      {summary && report && summary.total.runs > 0 && (
        <UsageTable head={words.byModel} rows={modelRows(summary)} currency={report.currency} />
      )}
    </section>
  )
}
