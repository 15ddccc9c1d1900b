import { type IconName, icons, isPointing } from '@livetype/ui'
import { createElement, memo } from 'react'

/** An icon; the control it sits in has the name. */
export const Icon = memo(function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      data-pointing={isPointing(name) || undefined}
    >
      {icons[name].map(([tag, attributes]) => createElement(tag, { ...attributes, key: JSON.stringify(attributes) }))}
    </svg>
  )
})
