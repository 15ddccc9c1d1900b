import { type ReplyRate, watchReplyRate } from '@livetype/client'
import { useEffect, useState } from 'react'
import type { MessageSource } from '../message/message.tsx'

/** How fast a reply is or was written, looked at once a second. */
export function useRate(source: MessageSource, isRunning: boolean): ReplyRate | null {
  const [rate, setRate] = useState<ReplyRate | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look where it begins or ends
  useEffect(() => watchReplyRate(source, setRate), [source, isRunning])
  return rate
}
