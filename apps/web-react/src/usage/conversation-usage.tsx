import { laterTexts, modelRows, summarizeUsage } from '@livetype/ui/later'
import { useServices } from '../services.ts'
import { UsageTable } from './usage-table.tsx'
import { useAsked } from './use-asked.ts'

/** What one conversation has used, by model. */
export function ConversationUsage({ conversationId }: { conversationId: string }) {
  const words = laterTexts.usage
  const { usage } = useServices()
  const { status, answer: report } = useAsked(() => usage.ofConversation.query({ conversationId }), conversationId)
  const summary = report && summarizeUsage(report, { dayStarts: [], modelId: null })
  return (
    <section className="usage-section" aria-labelledby="conversation-usage">
      <h3 id="conversation-usage" className="settings-heading">
        {words.ofConversation}
      </h3>
      {!summary && (
        <p className="usage-note" role={status === 'failed' ? 'alert' : undefined}>
          {status === 'failed' ? words.failed : words.loading}
        </p>
      )}
      {summary && report && summary.total.runs === 0 && <p className="usage-note">{words.ofConversationEmpty}</p>}
      {summary && report && summary.total.runs > 0 && (
        <UsageTable label={words.byModel} head={words.model} rows={modelRows(summary)} currency={report.currency} />
      )}
    </section>
  )
}
