/** For those who compare what a page shows with what each language says: tests. */
export { type Catalogue, showCatalogue } from './languages/catalogue.ts'
export { catalogues } from './languages/catalogues.ts'
export { directionOf, languageNames, languageTags } from './languages/languages.ts'
