/** An element as far as it is asked where it stands. */
interface Standing<Sibling> {
  readonly previousElementSibling: Sibling | null
  readonly nextElementSibling: Sibling | null
  getBoundingClientRect(): { readonly height: number; readonly bottom: number }
}

/**
 * The first of `first` and its following siblings that has height and does not end above `top`. They stand below one
 * another, so it is looked for around `guess`, the one that was it a moment ago: a long reply has hundreds above it.
 */
export function firstBelow<Sibling extends Standing<Sibling>>(
  first: Sibling | null,
  top: number,
  guess?: Sibling,
): Sibling | null {
  const near = guess && whereIs(guess, top) !== 'nowhere' ? guess : undefined
  if (!near || whereIs(near, top) === 'above') return nextBelow(near ? near.nextElementSibling : first, top)
  let below = near
  for (let child = near.previousElementSibling; child; child = child.previousElementSibling) {
    const where = whereIs(child, top)
    if (where === 'above') break
    if (where === 'below') below = child
  }
  return below
}

function nextBelow<Sibling extends Standing<Sibling>>(from: Sibling | null, top: number): Sibling | null {
  for (let child = from; child; child = child.nextElementSibling) {
    if (whereIs(child, top) === 'below') return child
  }
  return null
}

function whereIs(child: Standing<unknown>, top: number): 'above' | 'below' | 'nowhere' {
  const { height, bottom } = child.getBoundingClientRect()
  if (height <= 0) return 'nowhere'
  return bottom > top + 1 ? 'below' : 'above'
}
