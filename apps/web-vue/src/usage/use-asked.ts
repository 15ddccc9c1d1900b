import { type Asked, createAsking } from '@livetype/client/usage'
import { type ShallowRef, watch } from 'vue'
import { useObservable } from '../observable/use-observable.ts'

/** The answer to a question, which is asked anew when `key` is another. */
export function useAsked<Answer>(
  question: () => Promise<Answer>,
  key: () => string,
): Readonly<ShallowRef<Asked<Answer>>> {
  const asking = createAsking<Answer>()
  watch(key, () => asking.ask(question), { immediate: true })
  return useObservable(asking)
}
