import { expect, test } from 'vitest'
import { createLatePart } from './late-part.ts'
import { createLateToaster, type ToastOptions } from './late-toaster.ts'

function setUp() {
  const page = { isOnline: true, shown: [] as string[] }
  const toaster = { create: ({ type, title }: ToastOptions) => page.shown.push(`${type}: ${title}`) }
  const part = createLatePart(async () => {
    if (!page.isOnline) throw new Error('offline')
    return { toaster }
  })
  return { page, part, toasts: createLateToaster(part) }
}

test('what is said before toasts can be shown is shown in its order, and what is said later at once', async () => {
  const { page, part, toasts } = setUp()
  toasts.create({ title: 'one', type: 'info' })
  toasts.error({ title: 'two' })
  expect(page.shown).toEqual([])
  await part.load()
  expect(page.shown).toEqual(['info: one', 'error: two'])
  toasts.success({ title: 'three' })
  expect(page.shown).toEqual(['info: one', 'error: two', 'success: three'])
})

test('what could not be shown for want of a network is shown when there is one', async () => {
  const { page, part, toasts } = setUp()
  page.isOnline = false
  toasts.error({ title: 'one' })
  await expect(part.load()).rejects.toThrow('offline')
  page.isOnline = true
  toasts.error({ title: 'two' })
  await part.load()
  expect(page.shown).toEqual(['error: one', 'error: two'])
})
