import type { IconName } from '../icons/icons.ts'
import { texts } from './texts.ts'

/** How a reply can end. @see SPEC.md RUN3 */
export type ReplyEnd = 'completed' | 'stopped' | 'failed' | 'interrupted'

const iconNames: Readonly<Record<ReplyEnd, IconName>> = {
  completed: 'check',
  stopped: 'circle-stop',
  failed: 'circle-alert',
  interrupted: 'circle-pause',
}

/** The mark below a reply that has ended: of one that is complete only the icon is seen, the label heard. */
export function replyMark(end: ReplyEnd): { readonly icon: IconName; readonly label: string } {
  return { icon: iconNames[end], label: texts.marks[end] }
}
