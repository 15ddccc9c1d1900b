import type { SharesView } from '@livetype/client/share'
import type { Share } from '@livetype/protocol'
import { focusIfLost, formatAbsoluteTime, texts } from '@livetype/ui'
import { laterTexts, shareAddress } from '@livetype/ui/later'
import { useCallback, useEffect, useRef } from 'react'
import { useCopy } from '../controls/use-copy.ts'
import { Failure } from '../message/failure.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** The links of a conversation, each with what can be done with it. */
export function ShareLinks({ shares: view, onSay }: { shares: SharesView; onSay: (sentence: string) => void }) {
  const { store } = useServices()
  const changes = useObservable(store.shareChanges)
  const { shares, problem } = useObservable(view)
  const region = useRef<HTMLElement>(null)
  const words = laterTexts.share
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab has changed them
  useEffect(() => view.refresh(), [view, changes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that was pressed goes with its link
  useEffect(() => focusIfLost(region.current), [shares])
  return (
    <section ref={region} className="settings-section share-links" aria-labelledby="share-links" tabIndex={-1}>
      <h3 id="share-links" className="settings-heading">
        {words.links}
      </h3>
      {problem !== null && <Failure isNews text={problem} />}
      {shares === null && problem === null && <p className="field-note">{words.loading}</p>}
      {shares?.length === 0 && <p className="field-note">{words.none}</p>}
      <ul>
        {shares?.map((share, index) => (
          <ShareLink key={share.id} share={share} number={shares.length - index} shares={view} onSay={onSay} />
        ))}
      </ul>
    </section>
  )
}

function ShareLink(props: {
  readonly share: Share
  readonly number: number
  readonly shares: SharesView
  readonly onSay: (sentence: string) => void
}) {
  const { share, number, shares, onSay } = props
  const words = laterTexts.share
  const address = shareAddress(share.token, import.meta.env.BASE_URL)
  const { isCopied, copy } = useCopy(useCallback(() => address, [address]))
  const about = [
    words.copyOf(formatAbsoluteTime(share.updatedAt)),
    share.hasBranches && words.withBranches,
    share.hasSystemPrompt && words.withSystemPrompt,
  ].filter(Boolean)
  const tell = (sentence: string) => (isDone: boolean) => onSay(isDone ? sentence : '')
  return (
    <li className="share" data-share-id={share.id}>
      <input
        className="field-input"
        readOnly
        aria-label={words.link(number)}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <p className="field-note">{about.join(' · ')}</p>
      <div className="data-actions">
        <button type="button" className="button" aria-label={words.copyLink(number)} onClick={copy}>
          {isCopied ? texts.actions.copied : texts.actions.copy}
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.updateOf(number)}
          onClick={() => void shares.update(share).then(tell(words.updated))}
        >
          {words.update}
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.revokeOf(number)}
          onClick={() => void shares.revoke(share).then(tell(words.revoked))}
        >
          {words.revoke}
        </button>
      </div>
    </li>
  )
}
