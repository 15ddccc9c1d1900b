import { type IconName, iconAttributes, icons, isPointing } from '@livetype/ui'
import { type FunctionalComponent, h } from 'vue'

/** Draws an icon by its name. Decoration only: the control around it has the name. */
export const Icon: FunctionalComponent<{ name: IconName }> = (props) =>
  h(
    'svg',
    { ...iconAttributes, class: 'icon', 'data-pointing': isPointing(props.name) || undefined },
    icons[props.name].map(([tag, attributes]) => h(tag, attributes)),
  )
Icon.props = ['name']
