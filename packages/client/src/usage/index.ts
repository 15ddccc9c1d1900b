export { type Asked, type Asking, createAsking } from './create-asking.ts'
