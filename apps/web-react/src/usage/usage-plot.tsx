import {
  type DayUsage,
  dayAt,
  dayStep,
  describeDay,
  formatCompactCount,
  formatDay,
  laterTexts,
  usagePlot,
} from '@livetype/ui/later'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'

/** A bar for each day. One day is told in words: the one that is pointed at, or that keys lead to. */
export function UsagePlot({ days, currency }: { days: readonly DayUsage[]; currency: string }) {
  const [index, setIndex] = useState(days.length - 1)
  const { bars, levels, dates } = usagePlot(days)
  const current = days[index]
  const words = current ? describeDay(current, currency) : ''

  const onPoint = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setIndex(dayAt((event.clientX - box.left) / box.width, days.length))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayStep(event.key, { day: index, dayCount: days.length })
    if (next === undefined) return
    event.preventDefault()
    setIndex(next)
  }
  return (
    <>
      <div className="usage-plot" dir="ltr">
        <div className="usage-levels" aria-hidden="true">
          {levels.map(({ at, value }) => (
            <span key={at}>{formatCompactCount(value)}</span>
          ))}
        </div>
        <div
          className="usage-bars"
          role="slider"
          tabIndex={0}
          aria-label={laterTexts.usage.plot(days.length)}
          aria-valuemin={1}
          aria-valuemax={days.length}
          aria-valuenow={index + 1}
          aria-valuetext={words}
          onPointerMove={onPoint}
          onPointerDown={onPoint}
          onKeyDown={onKeyDown}
        >
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {levels.map(({ at }) => (
              <line key={at} className="usage-level" x1="0" x2="100" y1={100 - at} y2={100 - at} />
            ))}
            {bars.map((bar, at) => (
              <rect
                key={days[at]?.startsAt}
                className="usage-bar"
                data-current={at === index ? '' : undefined}
                {...bar}
              />
            ))}
            <rect
              className="usage-slot"
              data-current=""
              x={(100 / days.length) * index}
              y="0"
              width={100 / days.length}
              height="100"
            />
          </svg>
        </div>
        <div className="usage-dates" aria-hidden="true">
          {dates.map(({ at, value }) => (
            <span key={value} style={{ insetInlineStart: `${at}%` }}>
              {formatDay(value)}
            </span>
          ))}
        </div>
      </div>
      <p className="usage-readout">{words}</p>
    </>
  )
}
