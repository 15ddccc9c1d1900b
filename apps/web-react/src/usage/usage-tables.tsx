import { dayRows, laterTexts, modelRows, type UsageSummary, usageNotes } from '@livetype/ui/later'
import { UsageTable } from './usage-table.tsx'

/** What was used, as tables: by model, and what the plot shows by day. */
export function UsageTables({ summary, currency }: { summary: UsageSummary; currency: string }) {
  const words = laterTexts.usage
  return (
    <>
      <section className="usage-section">
        <UsageTable label={words.byModel} head={words.model} rows={modelRows(summary)} currency={currency} />
      </section>
      <details className="usage-section">
        <summary>{words.byDay}</summary>
        <UsageTable label={words.byDay} head={words.date} rows={dayRows(summary)} currency={currency} />
      </details>
      {usageNotes(summary).map((note) => (
        <p key={note} className="usage-note">
          {note}
        </p>
      ))}
    </>
  )
}
