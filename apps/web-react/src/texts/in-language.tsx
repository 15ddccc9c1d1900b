import { LocaleProvider } from '@ark-ui/react/locale'
import type { Language } from '@livetype/protocol'
import type { ReactNode } from 'react'
import { LanguageContext } from './memo.ts'

/** Everything inside speaks the language, and Ark's menus and dialogs run its way. */
export function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return (
    <LanguageContext value={language}>
      <LocaleProvider locale={language}>{children}</LocaleProvider>
    </LanguageContext>
  )
}
