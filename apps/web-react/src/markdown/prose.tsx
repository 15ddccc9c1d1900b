import { type Block as BlockView, groupsOf } from '@livetype/client'
import { type PlacedBlock, placeBlocks } from '@livetype/ui'
import { useId } from 'react'
import { memo } from '../texts/memo.ts'
import { Block } from './block.tsx'
import { FootnoteContext } from './footnote.tsx'

/** A text part of a reply. The stylesheet draws the caret at the end of the last block while it is typed. */
export const Prose = memo(function Prose(props: { blocks: readonly BlockView[]; isTyping: boolean }) {
  return (
    <div className="prose" dir="auto" data-typing={props.isTyping || undefined}>
      <FootnoteContext value={useId()}>
        {groupsOf(placeBlocks(props.blocks)).map((blocks, index) => (
          <BlockGroup key={index} blocks={blocks} />
        ))}
      </FootnoteContext>
    </div>
  )
})

/** Some blocks that follow one another: where none of them is another, none is looked at. */
const BlockGroup = memo(function BlockGroup({ blocks }: { blocks: readonly PlacedBlock<BlockView>[] }) {
  return blocks.map(({ block, level }) => <Block key={block.key} node={block.node} level={level} />)
})
