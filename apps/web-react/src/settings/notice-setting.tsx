import { askForNotices, laterTexts, type NoticeChoice, noticeChoice } from '@livetype/ui/later'
import { useState } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Whether long replies are told of outside of the page. The browser is asked by choosing it alone. */
export function NoticeSetting() {
  const { notices } = useServices()
  const words = laterTexts.notices
  const kept = noticeChoice(useObservable(notices))
  /** What the browser said to the last choice. */
  const [answer, setAnswer] = useState<NoticeChoice | null>(null)
  const choice = answer ?? kept
  const isSupported = choice !== 'unsupported'

  const choose = async (value: 'on' | 'off') => {
    const next = value === 'on' ? await askForNotices() : 'off'
    setAnswer(next)
    notices.set(next === 'on' ? 'on' : null)
  }
  return (
    <section className="settings-section" aria-labelledby="settings-notices">
      <h3 id="settings-notices" className="settings-heading">
        {words.section}
      </h3>
      <div className="setting" data-setting="notices">
        <div className="setting-text">
          <span id="setting-notices" className="setting-label">
            {words.label}
          </span>
          <p id="setting-notices-hint" className="setting-hint">
            {isSupported ? words.hint : words.unsupported}
          </p>
          <p className="field-error" role="status">
            {choice === 'blocked' && words.blocked}
          </p>
        </div>
        {isSupported && (
          <div
            className="segments"
            role="radiogroup"
            aria-labelledby="setting-notices"
            aria-describedby="setting-notices-hint"
          >
            {(['off', 'on'] as const).map((value) => (
              <label key={value} className="segment">
                <input
                  type="radio"
                  className="visually-hidden"
                  name="notices"
                  value={value}
                  checked={(choice === 'on') === (value === 'on')}
                  onChange={() => void choose(value)}
                />
                <span>{words.choices[value]}</span>
              </label>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
