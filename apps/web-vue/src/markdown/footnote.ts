import { leaveFootnote, showFootnote, texts } from '@livetype/ui'
import { type FunctionalComponent, h, type InjectionKey, inject } from 'vue'
import { Icon } from '../controls/icon.ts'

/** What the ids of footnotes begin with: each text has its own. */
export const footnoteKey: InjectionKey<string> = Symbol('footnotes')

/** The mark of a footnote in the text. */
export const FootnoteMark: FunctionalComponent<{ label: string }> = ({ label }) =>
  h('sup', { class: 'footnote-mark' }, [
    h(
      'a',
      {
        href: `#${idOf(label)}`,
        'data-footnote': label,
        'aria-label': texts.footnote.mark(label),
        onClick(event: Event) {
          event.preventDefault()
          if (event.currentTarget instanceof HTMLElement) showFootnote(event.currentTarget)
        },
      },
      label,
    ),
  ])
FootnoteMark.props = ['label']

/** What a footnote says, with the way back. */
export const Footnote: FunctionalComponent<{ label: string }> = ({ label }, { slots }) =>
  h(
    'div',
    {
      class: 'footnote',
      id: idOf(label),
      'data-footnote': label,
      role: 'note',
      'aria-label': texts.footnote.mark(label),
      tabindex: -1,
    },
    [
      h('span', { class: 'footnote-label', 'aria-hidden': 'true' }, label),
      h('div', { class: 'footnote-text' }, slots.default?.()),
      h(
        'button',
        {
          type: 'button',
          class: 'action footnote-back',
          'aria-label': texts.footnote.back,
          'data-tooltip': texts.footnote.back,
          onClick(event: Event) {
            if (event.currentTarget instanceof HTMLElement) leaveFootnote(event.currentTarget)
          },
        },
        h(Icon, { name: 'arrow-up' }),
      ),
    ],
  )
Footnote.props = ['label']

function idOf(label: string): string {
  return `${inject(footnoteKey, '')}${encodeURIComponent(label)}`
}
