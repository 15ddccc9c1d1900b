export { createSearch, type Search, type SearchOptions } from './create-search.ts'
export type { NextPage, SearchExpansion, SearchView } from './search-view.ts'
