// Sets theme and language before the first paint. A blocking script of its own, because the content security policy
// allows none inline. Must agree with theme/theme-preference.ts and languages/languages.ts.
{
  /** @param {string} key */
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // Storage is forbidden: the system decides.
    }
  }
  const root = document.documentElement

  const theme = read('livetype.theme')
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-theme', isDark ? 'dark' : 'light')

  const offered = ['en', 'de', 'fr', 'es', 'zh', 'ja', 'ar']
  const [, chosen] = /"language":"(\w+)"/.exec(read('livetype.settings') ?? '') ?? []
  const wanted = offered.includes(chosen) ? [chosen] : navigator.languages.map((tag) => tag.toLowerCase().split('-')[0])
  const language = wanted.find((one) => offered.includes(one)) ?? 'en'
  root.setAttribute('lang', language === 'zh' ? 'zh-Hans' : language)
  root.setAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
}
