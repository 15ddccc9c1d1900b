import { closeSync, openSync, statSync, writeSync } from 'node:fs'

const pageBytes = 4096

/** Overwrites the pages behind the first: the file still opens as a database. */
export function damage(path: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(statSync(path).size - pageBytes, 0xaa), 0, null, pageBytes)
  closeSync(file)
}
