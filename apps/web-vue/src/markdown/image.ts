import type { InlineNode } from '@livetype/client'
import { createLatePart, texts } from '@livetype/ui'
import { defineComponent, h, onMounted, useId } from 'vue'
import { Icon } from '../controls/icon.ts'
import { useObservable } from '../observable/use-observable.ts'
import { linkAttributes } from './link-attributes.ts'

/** What loads images where a person asks for it; fetched when the first one is seen. */
const loaderPart = createLatePart(async () => (await import('./ImageLoader.vue')).default)

/** An image is a link to it: loading it unasked would tell a stranger who reads what. */
export const Image = defineComponent(
  (props: { node: Extract<InlineNode, { kind: 'image' }> }) => {
    const loader = useObservable(loaderPart)
    const linkId = useId()
    // Where it can't be fetched the link is there all the same.
    onMounted(() => loaderPart.load().catch(() => undefined))
    return () => {
      const { src, alt, title } = props.node
      const label = texts.image.notLoaded(alt)
      if (src === null) return h('span', { class: 'unsafe-link' }, label)
      const link = h('a', { class: 'image-link', href: src, title, id: linkId, ...linkAttributes }, [
        h(Icon, { name: 'image' }),
        label,
      ])
      return [link, loader.value && h(loader.value, { key: src, address: src, label, linkId })]
    }
  },
  { props: ['node'] },
)
