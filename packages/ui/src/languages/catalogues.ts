import type { Language } from '@livetype/protocol'
import type { Catalogue } from './catalogue.ts'

/** Fetches the words of each language that there is besides English. */
export const catalogues: Readonly<Partial<Record<Language, () => Promise<Catalogue>>>> = {}
