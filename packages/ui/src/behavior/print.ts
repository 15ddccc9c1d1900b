/** Calls `begin` before the browser lays the page out for paper, and `end` after that. Returns what stops it. */
export function listenForPrint(
  layers: { readonly begin: () => void; readonly end: () => void },
  host: Window = window,
): () => void {
  host.addEventListener('beforeprint', layers.begin)
  host.addEventListener('afterprint', layers.end)
  return () => {
    host.removeEventListener('beforeprint', layers.begin)
    host.removeEventListener('afterprint', layers.end)
  }
}
