import { type BlockNode, groupsOf, type TableCell } from '@livetype/client'
import { createLatePart, texts } from '@livetype/ui'
import { useEffect } from 'react'
import { memo } from '../texts/memo.ts'
import { useObservable } from '../use-observable.ts'
import { renderInline } from './inline.tsx'

type TableNode = Extract<BlockNode, { kind: 'table' }>

/** What can be done with a table; it comes after the first one was shown, and has its room before. */
const actionsPart = createLatePart(async () => (await import('./table-actions.tsx')).TableActions)

/** A table that scrolls inside itself where the page is narrow. */
export function Table({ node }: { node: TableNode }) {
  const Actions = useObservable(actionsPart)
  // Where they can't be fetched the table is there all the same.
  useEffect(() => void actionsPart.load().catch(() => undefined), [])
  return (
    <div className="table-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <div className="table-scroll" dir="auto" tabIndex={0} role="group" aria-label={texts.table.label}>
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
            {groupsOf(node.rows).map((rows, index) => (
              <RowGroup key={index} rows={rows} columns={node.columns} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="table-actions">{Actions && <Actions node={node} />}</div>
    </div>
  )
}

interface RowGroupProps {
  rows: readonly (readonly TableCell[])[]
  columns: TableNode['columns']
}

/** Some rows that follow one another: where none of them is another, none is looked at. */
const RowGroup = memo(function RowGroup({ rows, columns }: RowGroupProps) {
  return rows.map((row, index) => <Row key={index} row={row} columns={columns} />)
})

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
