import type { Language } from '@livetype/protocol'
import { createContext, type FunctionComponent, memo as memoOnly, useContext } from 'react'

/** The language that is shown. */
export const LanguageContext = createContext<Language>('en')

/**
 * React's `memo` for components with words in them: drawn again for other props, and for another language. Texts are no
 * props, so React's own would keep the old ones.
 */
export function memo<Props extends object>(Component: FunctionComponent<Props>): FunctionComponent<Props> {
  function Spoken(props: Props) {
    useContext(LanguageContext)
    return Component(props)
  }
  return memoOnly(Spoken)
}
