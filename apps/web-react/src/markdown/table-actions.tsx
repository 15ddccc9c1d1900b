import { type BlockNode, tableCsv, tableMarkdown } from '@livetype/client'
import { laterTexts } from '@livetype/ui/later'
import { useCallback, useRef } from 'react'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useCopy } from '../controls/use-copy.ts'

/** Copies a table, as markdown or as values. */
export function TableActions({ node }: { node: Extract<BlockNode, { kind: 'table' }> }) {
  const format = useRef('markdown')
  const { isCopied, copy } = useCopy(
    useCallback(() => (format.current === 'csv' ? tableCsv(node) : tableMarkdown(node)), [node]),
  )
  const words = laterTexts.rich.table
  return (
    <MenuButton
      label={words.copy}
      triggerClass="action"
      placement="bottom-end"
      items={[
        { value: 'markdown', label: words.markdown },
        { value: 'csv', label: words.csv },
      ]}
      onChoose={(value) => {
        format.current = value
        copy()
      }}
    >
      <Icon name={isCopied ? 'check' : 'copy'} />
    </MenuButton>
  )
}
