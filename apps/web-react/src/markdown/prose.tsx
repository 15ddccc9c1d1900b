import type { Block as BlockView } from '@livetype/client'
import { memo } from 'react'
import { Block } from './block.tsx'

/** A text part of a reply. The stylesheet draws the caret at the end of the last block while it is typed. */
export const Prose = memo(function Prose(props: { blocks: readonly BlockView[]; isTyping: boolean }) {
  return (
    <div className="prose" dir="auto" data-typing={props.isTyping || undefined}>
      {props.blocks.map((block) => (
        <Block key={block.key} node={block.node} />
      ))}
    </div>
  )
})
