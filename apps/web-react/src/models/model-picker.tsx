import { texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useModels } from './use-models.ts'

/** Which model answers the next message. */
export function ModelPicker() {
  const { status, models, chosen, choose, retry } = useModels()
  if (status === 'error') {
    return (
      <button type="button" className="model-trigger" title={texts.models.failed} onClick={retry}>
        <span className="model-name">{texts.actions.retry}</span>
        <Icon name="refresh-cw" />
      </button>
    )
  }
  if (!chosen) return <span className="visually-hidden">{texts.models.loading}</span>
  return (
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
  )
}
