import type { SharesView } from '@livetype/client/share'
import { laterTexts } from '@livetype/ui/later'
import { type FormEvent, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useObservable } from '../use-observable.ts'

/** What a link is to show, and the button that makes it. */
export function ShareForm({ shares, onSay }: { shares: SharesView; onSay: (sentence: string) => void }) {
  const { isBusy } = useObservable(shares)
  const [hasBranches, setBranches] = useState(false)
  const [hasSystemPrompt, setSystemPrompt] = useState(false)
  const words = laterTexts.share
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    void shares.create({ hasBranches, hasSystemPrompt }).then((isDone) => onSay(isDone ? words.created : ''))
  }
  return (
    <form className="share-form" onSubmit={create}>
      <label className="choice">
        <input type="checkbox" checked={hasBranches} onChange={(event) => setBranches(event.target.checked)} />
        <span>
          {words.branches}
          <span className="field-note">{words.branchesHint}</span>
        </span>
      </label>
      <label className="choice">
        <input type="checkbox" checked={hasSystemPrompt} onChange={(event) => setSystemPrompt(event.target.checked)} />
        <span>
          {words.systemPrompt}
          <span className="field-note">{words.systemPromptHint}</span>
        </span>
      </label>
      <div className="data-actions">
        <button type="submit" className="button" data-primary="" aria-disabled={isBusy}>
          <Icon name="link" />
          {words.create}
        </button>
      </div>
    </form>
  )
}
