/** A name of a person's own, which may run the other way: kept from moving what stands around it. */
export function isolated(name: string): string {
  return name && `\u2068${name}\u2069`
}
