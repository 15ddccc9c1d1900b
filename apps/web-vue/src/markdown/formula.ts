import type { BlockNode, InlineNode } from '@livetype/client'
import { createLatePart } from '@livetype/ui'
import { defineComponent, h, onMounted } from 'vue'
import { useObservable } from '../observable/use-observable.ts'

/** A formula within a line or on lines of its own. */
export type FormulaNode = Extract<InlineNode | BlockNode, { kind: 'math' | 'math-block' }>

/** What draws formulas; fetched when the first one is seen. */
const formulaPart = createLatePart(async () => (await import('./DrawnFormula.vue')).default)

/** A formula: its source until it is closed and can be drawn. */
export const Formula = defineComponent(
  (props: { node: FormulaNode }) => {
    const drawn = useObservable(formulaPart)
    // Where it can't be fetched the source stays; the next formula tries again.
    onMounted(() => formulaPart.load().catch(() => undefined))
    return () => {
      const { node } = props
      if (drawn.value && (node.kind === 'math' || node.isClosed)) return h(drawn.value, { node })
      return h(node.kind === 'math' ? 'span' : 'p', { class: 'math-source' }, node.source)
    }
  },
  { props: ['node'] },
)
