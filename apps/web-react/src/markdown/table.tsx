import type { BlockNode, TableCell } from '@livetype/client'
import { texts } from '@livetype/ui'
import { memo } from '../texts/memo.ts'
import { renderInline } from './inline.tsx'

type TableNode = Extract<BlockNode, { kind: 'table' }>

/** A table that scrolls inside itself where the page is narrow. */
export function Table({ node }: { node: TableNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <div className="table-scroll" tabIndex={0} role="group" aria-label={texts.table.label}>
      <table>
        <thead>
          <tr>
            {node.header.map((cell, index) => (
              <th key={index} scope="col" data-align={node.columns[index] ?? undefined}>
                {renderInline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.rows.map((row, index) => (
            <Row key={index} row={row} columns={node.columns} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = memo(function Row({ row, columns }: { row: readonly TableCell[]; columns: TableNode['columns'] }) {
  return (
    <tr>
      {row.map((cell, index) => (
        <td key={index} data-align={columns[index] ?? undefined}>
          {renderInline(cell)}
        </td>
      ))}
    </tr>
  )
})
