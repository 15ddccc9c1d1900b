import { texts } from '@livetype/ui'
import {
  describeTotal,
  laterTexts,
  summarizeUsage,
  type UsagePeriod,
  usageDayStarts,
  usagePeriods,
} from '@livetype/ui/later'
import { useState } from 'react'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { UsagePlot } from './usage-plot.tsx'
import { UsageTables } from './usage-tables.tsx'
import { useAsked } from './use-asked.ts'

/** What was used over time, by day and by model. @see SPEC.md USAGE2 */
export function UsageDialog(props: OverlayProps) {
  const { today, usage } = useServices()
  const [period, setPeriod] = useState<UsagePeriod>(30)
  const [modelId, setModelId] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const words = laterTexts.usage
  const startOfToday = useObservable(today)
  const { status, answer } = useAsked(async () => {
    const dayStarts = usageDayStarts(startOfToday, period)
    return { dayStarts, report: await usage.byDay.query({ dayStarts }) }
  }, `${period}/${startOfToday}/${attempt}`)
  const summary = answer && summarizeUsage(answer.report, { dayStarts: answer.dayStarts, modelId })

  return (
    <DialogFrame {...props} title={words.title}>
      <div className="usage-controls">
        <div className="segments" role="radiogroup" aria-label={words.period}>
          {usagePeriods.map((days) => (
            <label key={days} className="segment">
              <input
                type="radio"
                className="visually-hidden"
                name="usage-period"
                checked={days === period}
                onChange={() => setPeriod(days)}
              />
              <span>{words.periods(days)}</span>
            </label>
          ))}
        </div>
        {summary && summary.models.length > 1 && (
          <select
            className="setting-select"
            aria-label={words.model}
            value={modelId ?? ''}
            onChange={(event) => setModelId(event.target.value || null)}
          >
            <option value="">{words.allModels}</option>
            {summary.models.map((model) => (
              <option key={model.modelId} value={model.modelId}>
                {model.modelName}
              </option>
            ))}
          </select>
        )}
      </div>
      {!summary && status === 'loading' && <p className="usage-note">{words.loading}</p>}
      {status === 'failed' && (
        <div className="usage-note" role="alert">
          <p>{words.failed}</p>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {texts.actions.retry}
          </button>
        </div>
      )}
      {summary && (
        <>
          <p className="usage-total" role="status">
            {summary.total.runs === 0 ? words.empty : words.total(describeTotal(summary.total, answer.report.currency))}
          </p>
          {summary.total.runs > 0 && (
            <>
              <UsagePlot key={summary.days.length} days={summary.days} currency={answer.report.currency} />
              <UsageTables summary={summary} currency={answer.report.currency} />
            </>
          )}
        </>
      )}
    </DialogFrame>
  )
}
