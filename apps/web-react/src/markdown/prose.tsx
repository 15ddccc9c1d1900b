import { type Block as BlockView, groupsOf } from '@livetype/client'
import { createBlockPlacer, createCaret, type PlacedBlock } from '@livetype/ui'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { memo } from '../texts/memo.ts'
import { useObservable } from '../use-observable.ts'
import { Block } from './block.tsx'
import { codePart } from './code-part.ts'
import { FootnoteContext } from './footnote.tsx'

/** A text part of a reply. The caret stands at the end of the last block while it is typed. */
export const Prose = memo(function Prose(props: { blocks: readonly BlockView[]; isTyping: boolean }) {
  const prose = useRef<HTMLDivElement>(null)
  const [placeBlocks] = useState(() => createBlockPlacer<BlockView>())
  const [placeCaret] = useState(createCaret)
  // It draws anew what the caret may stand in.
  useObservable(codePart)
  useLayoutEffect(() => {
    if (prose.current) placeCaret(prose.current, props.isTyping)
  })

  return (
    <div ref={prose} className="prose" dir="auto">
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
