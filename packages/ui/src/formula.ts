/** What draws formulas. It is heavy, and fetched when the first one is seen. */
export { drawFormula } from './formula/draw-formula.ts'
