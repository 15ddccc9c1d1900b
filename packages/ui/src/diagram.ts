/** What draws diagrams. It comes when the first one is seen, and what it needs when that comes near. */
export { createDiagrams, type Diagrams } from './diagram/diagrams.ts'
