import { texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { RadioMenu } from '../controls/radio-menu.tsx'
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
    <RadioMenu
      label={texts.models.current(chosen.name)}
      triggerClass="model-trigger"
      value={chosen.id}
      onChoose={choose}
      choices={models.map((model) => ({
        value: model.id,
        content: (
          <>
            <span className="model-item-name">{model.name}</span>
            <span className="model-item-description">{model.description}</span>
          </>
        ),
      }))}
    >
      <span className="model-name">{chosen.name}</span>
      <Icon name="chevron-down" />
    </RadioMenu>
  )
}
