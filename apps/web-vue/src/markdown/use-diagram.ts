import { type DiagramState, type DiagramView, isDiagramLanguage, noDiagram } from '@livetype/ui/later'
import { type ComputedRef, computed, type Ref, type ShallowRef, watch } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { diagramPart } from './diagram-part.ts'

/** The diagram that a block is the source of, once that is written, and what there is to show of it. */
export function useDiagram(
  props: Readonly<{ language: string; text: string; isClosed: boolean }>,
  block: Readonly<Ref<HTMLElement | null>>,
): { diagram: ComputedRef<DiagramView>; state: Readonly<ShallowRef<DiagramState>> } {
  const diagrams = useObservable(diagramPart)
  const isDiagram = computed(() => props.isClosed && isDiagramLanguage(props.language))
  const diagram = computed(() => (isDiagram.value && diagrams.value ? diagrams.value.open(props.text) : noDiagram))
  watch(
    isDiagram,
    // Where it can't be fetched the source stays; the next diagram tries again.
    (is) => void (is && diagramPart.load().catch(() => undefined)),
    { immediate: true },
  )
  watch(
    [block, diagram],
    ([element, present], _, onCleanup) => {
      if (element) onCleanup(present.attach(element))
    },
    { flush: 'post' },
  )
  return { diagram, state: useObservable(diagram) }
}
