export { createBrowserTrays } from './browser-trays.ts'
