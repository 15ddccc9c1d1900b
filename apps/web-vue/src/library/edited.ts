/** What is edited: a prompt or preset by its id, one to come, or one to come that begins as the example. */
export type Edited = { readonly id: string } | 'new' | 'example'
