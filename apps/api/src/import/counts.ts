/** Counts what was left out of a conversation, by what it was. */
export class Counts {
  readonly #counts = new Map<string, number>()

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  sentences(): string[] {
    return Array.from(this.#counts, ([what, count]) => `Left out: ${count} × ${what}.`)
  }
}
