import { createLatePart } from '@livetype/ui'

/** What shows toasts: it comes after the first paint. */
export const toastsPart = createLatePart(async () => {
  const [{ createToaster }, { Toasts }] = await Promise.all([import('@ark-ui/react/toast'), import('./toasts.tsx')])
  return { Toasts, toaster: createToaster({ placement: 'top-end', gap: 8, max: 3 }) }
})
