import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hardCodedWords } from './hard-coded-words.mjs'
import { root } from './root.mjs'
import { isTestFile, repositoryFiles } from './source-files.mjs'

/** The same in every language. */
const names = ['Livetype']

test('no component has words of its own: all come from the catalogue, so that they can be translated', () => {
  const found = repositoryFiles()
    .filter((path) => /^apps\/web-(react|vue)\/src\/.*\.(tsx?|vue)$/.test(path) && !isTestFile(path))
    .flatMap((path) =>
      hardCodedWords(path, readFileSync(join(root, path), 'utf8'))
        .filter(({ words }) => !names.includes(words))
        .map(({ line, words }) => `${path}:${line}: ${words}`),
    )
  expect(found).toEqual([])
})

test('words are found in React, wherever a person meets them', () => {
  const text = `
    const toast = () => toaster.create({ title: 'It failed', type: 'error' })
    export const View = ({ isOpen }) => (
      <p className="note" aria-label={isOpen ? 'Open' : texts.closed} title={\`A \${name}\`}>
        {isOpen && 'Now'} Hello {kind === 'image' ? texts.image : texts.file} · {count}
      </p>
    )`
  expect(hardCodedWords('view.tsx', text).map(({ line, words }) => `${line} ${words}`)).toEqual([
    '2 It failed',
    '4 Open',
    '4 A',
    '5 Now',
    '5 Hello',
  ])
})

test('words are found in Vue, in the script and in the template', () => {
  const text = `<script setup lang="ts">
const items = [{ label: 'First', value: 'first' }]
</script>

<template>
  <!-- Not shown. -->
  <Frame v-if="a > b" :title="isOpen ? 'Open' : texts.closed" placeholder="Type here" @click="() => open('x')">
    Hello {{ kind === 'image' ? texts.image : 'A file' }} · {{ count }}
  </Frame>
</template>`
  expect(hardCodedWords('View.vue', text).map(({ line, words }) => `${line} ${words}`)).toEqual([
    '2 First',
    '7 Open',
    '7 Type here',
    '8 A file',
    '8 Hello ·',
  ])
})
