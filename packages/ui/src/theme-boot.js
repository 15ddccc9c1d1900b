// Sets the theme before the first paint. A blocking script of its own, because the content security policy
// allows none inline. Must agree with theme/theme-preference.ts.
{
  let stored = null
  try {
    stored = localStorage.getItem('livetype.theme')
  } catch {
    // Storage is forbidden: the system decides.
  }
  const isDark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-theme', isDark ? 'dark' : 'light')
}
