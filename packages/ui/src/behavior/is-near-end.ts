/** Less than this below what is in sight, and more is to come, in CSS pixels. */
const distance = 240

/** Whether a scroller is near its end: it is time to read what comes next. True of one that is not full. */
export function isNearEnd(scroller: Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < distance
}
