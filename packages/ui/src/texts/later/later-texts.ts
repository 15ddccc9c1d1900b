import { comparisonTexts, variationsTexts } from './variations.ts'

/**
 * The words of what loads later, in English, a file for each area of the product. The words of the first load are
 * ../texts.ts. To be read when they are shown, never at import: the language can change.
 */
export const laterTexts = { comparison: comparisonTexts, variations: variationsTexts } as const
