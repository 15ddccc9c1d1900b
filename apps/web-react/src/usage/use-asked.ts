import { type Asked, createAsking } from '@livetype/client/usage'
import { useEffect, useState } from 'react'
import { useObservable } from '../use-observable.ts'

/** The answer to a question, which is asked anew when `key` is another. */
export function useAsked<Answer>(question: () => Promise<Answer>, key: string): Asked<Answer> {
  const [asking] = useState(() => createAsking<Answer>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when it is another question
  useEffect(() => asking.ask(question), [asking, key])
  return useObservable(asking)
}
