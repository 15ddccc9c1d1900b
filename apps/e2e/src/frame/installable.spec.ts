import { expect, test } from '../stage/test.ts'

const icons = [
  { src: 'icon-192.png', sizes: '192x192' },
  { src: 'icon-512.png', sizes: '512x512' },
  { src: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
]

test('the app can be installed: its manifest has no errors, and its icons are there', async ({ chat }) => {
  await chat.open()
  const session = await chat.page.context().newCDPSession(chat.page)
  const { url, errors, data } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({
    start_url: '.',
    icons: expect.arrayContaining(icons.map((icon) => expect.objectContaining(icon))),
  })
  expect(new URL('.', url).pathname).toBe(new URL(chat.page.url()).pathname)
  for (const { src, sizes } of icons) {
    const size = await chat.page.evaluate(async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, new URL(src, url).href)
    expect(size).toBe(sizes)
  }
})
