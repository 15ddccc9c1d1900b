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
import { trpc } from '../trpc.ts'
import { useObservable } from '../use-observable.ts'
import { UsagePlot } from './usage-plot.tsx'
import { UsageTables } from './usage-tables.tsx'

/** What was used over time, by day and by model. @see SPEC.md USAGE2 */
export function UsageDialog(props: OverlayProps) {
  const { today } = useServices()
  const [period, setPeriod] = useState<UsagePeriod>(30)
  const [modelId, setModelId] = useState<string | null>(null)
  const words = laterTexts.usage
  const dayStarts = usageDayStarts(useObservable(today), period)
  const query = trpc.usage.byDay.useQuery({ dayStarts }, { staleTime: 0, placeholderData: (previous) => previous })
  const report = query.isPlaceholderData && query.isError ? undefined : query.data
  const summary = report && summarizeUsage(report, { dayStarts, modelId })

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
      {!summary && query.isPending && <p className="usage-note">{words.loading}</p>}
      {query.isError && (
        <div className="usage-note" role="alert">
          <p>{words.failed}</p>
          <button type="button" className="button" onClick={() => void query.refetch()}>
            {texts.actions.retry}
          </button>
        </div>
      )}
      {summary && report && (
        <>
          <p className="usage-total" role="status">
            {summary.total.runs === 0 ? words.empty : words.total(describeTotal(summary.total, report.currency))}
          </p>
          {summary.total.runs > 0 && (
            <>
              <UsagePlot key={period} days={summary.days} currency={report.currency} />
              <UsageTables summary={summary} currency={report.currency} />
            </>
          )}
        </>
      )}
    </DialogFrame>
  )
}
