import { createLatePart } from '@livetype/ui'

/** What shows toasts: it comes after the first paint. */
export const toastsPart = createLatePart(async () => {
  const [{ createToaster }, { default: view }] = await Promise.all([
    import('@ark-ui/vue/toast'),
    import('./Toasts.vue'),
  ])
  return { view, toaster: createToaster({ placement: 'top-end', gap: 8, max: 3 }) }
})
