import { formatCost, formatCount, laterTexts, type UsageLine } from '@livetype/ui/later'

/** What was used, line by line. */
export function UsageTable(props: {
  readonly label: string
  /** What the lines are of. */
  readonly head: string
  readonly rows: readonly UsageLine[]
  readonly currency: string
}) {
  const words = laterTexts.usage
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <div className="usage-scroll" role="group" aria-label={props.label} tabIndex={0}>
      <table className="usage-table">
        <thead>
          <tr>
            {[props.head, words.repliesLabel, words.read, words.written, words.cost].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td>{formatCount(row.runs)}</td>
              <td>{formatCount(row.inputTokens)}</td>
              <td>{formatCount(row.outputTokens)}</td>
              <td>{formatCost(row.cost, props.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
