/** Lets so many work at once; the others wait, the first come first. */
export function createUploadSlots(count: number): { take(): Promise<Disposable> } {
  const waiting: (() => void)[] = []
  let free = count
  return {
    async take() {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return {
        [Symbol.dispose]() {
          const next = waiting.shift()
          if (next) next()
          else free += 1
        },
      }
    },
  }
}
