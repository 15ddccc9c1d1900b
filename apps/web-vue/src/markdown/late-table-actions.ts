import type { BlockNode } from '@livetype/client'
import { createLatePart } from '@livetype/ui'
import { defineComponent, h, onMounted } from 'vue'
import { useObservable } from '../observable/use-observable.ts'

const actionsPart = createLatePart(async () => (await import('./TableActions.vue')).default)

/** What can be done with a table; it comes after the first one was shown, and has its room before. */
export const LateTableActions = defineComponent(
  (props: { node: Extract<BlockNode, { kind: 'table' }> }) => {
    const actions = useObservable(actionsPart)
    // Where it can't be fetched the table is there all the same.
    onMounted(() => actionsPart.load().catch(() => undefined))
    return () => h('div', { class: 'table-actions' }, actions.value && h(actions.value, { node: props.node }))
  },
  { props: ['node'] },
)
