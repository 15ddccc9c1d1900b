import { texts } from '@livetype/ui'
import { lazy, Suspense } from 'react'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useModels } from './use-models.ts'

const Comparison = lazy(async () => ({ default: (await import('./comparison.tsx')).Comparison }))

/** Which model answers the next message, or which several do. */
export function ModelPicker() {
  const { status, models, chosen, choose, compared, compare, retry } = useModels()
  if (status === 'error') {
    return (
      <button type="button" className="model-trigger" title={texts.models.failed} onClick={retry}>
        <span className="model-name">{texts.actions.retry}</span>
        <Icon name="refresh-cw" />
      </button>
    )
  }
  if (!chosen) return <span className="visually-hidden">{texts.models.loading}</span>
  if (compared.length > 0) {
    return (
      <Suspense fallback={<span className="comparison" />}>
        <Comparison models={models} compared={compared} onChange={compare} />
      </Suspense>
    )
  }
  return (
    <>
      <MenuButton
        label={texts.models.current(chosen.name)}
        triggerClass="model-trigger"
        placement="top-start"
        items={models.map(({ id, name, description }) => ({ value: id, label: name, description }))}
        chosen={chosen.id}
        onChoose={choose}
      >
        <span className="model-name">{chosen.name}</span>
        <Icon name="chevron-down" />
      </MenuButton>
      <button
        type="button"
        className="icon-button compare-button"
        aria-label={texts.models.compare}
        data-tooltip={texts.models.compare}
        onClick={() => compare([chosen.id, (models.find(({ id }) => id !== chosen.id) ?? chosen).id])}
      >
        <Icon name="columns-2" />
      </button>
    </>
  )
}
