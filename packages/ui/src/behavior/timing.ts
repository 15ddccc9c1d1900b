/** How long "Copied" stands. */
export const copiedMs = 1800

/** How long a deletion can be undone from its note. */
export const undoMs = 8000

/** How long it is said that the connection is back. */
export const restoredMs = 3000
