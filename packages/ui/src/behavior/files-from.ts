/** What of a paste or a drop is looked at. */
type Transfer = Pick<DataTransfer, 'files' | 'types' | 'getData'>

/**
 * The files that a paste brings. None where it brings text as well: what is copied out of an office program comes as
 * both, and the text is meant.
 */
export function pastedFiles(transfer: Transfer | null): readonly File[] {
  if (transfer?.getData('text/plain') !== '') return []
  return [...transfer.files]
}

/** Whether files are being dragged, and not a text or a link. */
export function bringsFiles(transfer: Pick<DataTransfer, 'types'> | null): boolean {
  return transfer?.types.includes('Files') ?? false
}
