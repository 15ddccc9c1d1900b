import { texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useModels } from '../models/use-models.ts'

/** The models by which a reply can be made once more, beside the one that is there. */
export function AgainWith({ onChoose }: { onChoose: (modelId: string) => void }) {
  const { models } = useModels()
  if (models.length < 2) return null
  return (
    <MenuButton
      label={texts.actions.againWith}
      triggerClass="action"
      placement="bottom-end"
      items={models.map(({ id, name, description }) => ({ value: id, label: name, description }))}
      onChoose={onChoose}
    >
      <Icon name="chevron-down" />
    </MenuButton>
  )
}
