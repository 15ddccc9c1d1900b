/** A question, as the message of a row. */
const question = ':scope > .message[data-role="user"]'
/** What is being sent or answered: a turn that begins while it is looked at. */
const begun = '.message:is([data-delivery="sending"], [data-status="queued"], [data-status="running"])'

/**
 * Gives the last row of a turn that began here so much room that the end of the list is where the turn's question
 * stands at the top of the view: whoever follows the end has the question before them, and the reply is written below
 * it without moving anything until it is longer than the view. The room stays until another turn begins, whichever
 * version of the reply is shown.
 *
 * @param scroller whose first child holds the list and nothing below it but a padding.
 */
export function createTurnRoom(scroller: HTMLElement, list: HTMLElement) {
  let turnId: string | undefined
  /** The row before the question: another question behind the same one is another version of it. */
  let rowBefore: string | undefined
  /** Question and last row for which it was decided: what becomes of them later begins no turn. */
  let decided = ''
  let roomy: HTMLElement | undefined

  function give(row: HTMLElement | undefined, room: number): void {
    if (roomy !== row && roomy) roomy.style.minBlockSize = ''
    roomy = row
    const size = room > 0 ? `${room}px` : ''
    if (row && row.style.minBlockSize !== size) row.style.minBlockSize = size
  }

  /** Makes the room anew, after rows came and went or sizes changed: those that are drawn, in their order. */
  return function makeTurnRoom(rows: readonly HTMLElement[]): void {
    const last = rows.at(-1)
    const asked = rows.slice(-2).findLast((row) => row.querySelector(question))
    if (!last || !asked) {
      turnId = undefined
      decided = ''
      give(undefined, 0)
      return
    }
    const { row: id } = asked.dataset
    const pair = `${id} ${last.dataset.row}`
    if (pair !== decided) {
      decided = pair
      const before = rows[rows.indexOf(asked) - 1]?.dataset.row
      const isSameTurn = turnId !== undefined && (turnId === id || before === rowBefore)
      turnId = isSameTurn || asked.querySelector(begun) || last.querySelector(begun) ? id : undefined
      rowBefore = before
    }
    if (turnId === undefined) {
      give(undefined, 0)
      return
    }
    const content = scroller.firstElementChild ?? list
    const above = 'first' in asked.dataset ? list.getBoundingClientRect().top - content.getBoundingClientRect().top : 0
    const lead = last.getBoundingClientRect().top - asked.getBoundingClientRect().top
    const below = Number.parseFloat(getComputedStyle(content).paddingBlockEnd)
    give(last, Math.floor(scroller.clientHeight - above - lead - below))
  }
}
