import type { Block as BlockView } from '@livetype/client'
import { createOutline } from '@livetype/ui'
import { useId } from 'react'
import { memo } from '../texts/memo.ts'
import { Block } from './block.tsx'
import { FootnoteContext } from './footnote.tsx'

/** A text part of a reply. The stylesheet draws the caret at the end of the last block while it is typed. */
export const Prose = memo(function Prose(props: { blocks: readonly BlockView[]; isTyping: boolean }) {
  const outline = createOutline()
  return (
    <div className="prose" dir="auto" data-typing={props.isTyping || undefined}>
      <FootnoteContext value={useId()}>
        {props.blocks.map(({ key, node }) =>
          node.kind === 'heading' ? (
            <Block key={key} node={node} level={outline.levelOf(node.depth)} />
          ) : (
            <Block key={key} node={node} />
          ),
        )}
      </FootnoteContext>
    </div>
  )
})
