import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { classesOf, featuresOf, membersOf } from './client-features.mjs'
import { root } from './root.mjs'
import { isTestFile, repositoryFiles } from './source-files.mjs'

/** What only one of them needs, since its framework does it in another way. */
const ownWays = new Set([
  // React reads the models by tRPC's own hooks.
  '@livetype/client createModelList',
  // Vue draws an icon by binding its attributes; React has them in JSX.
  '@livetype/ui iconAttributes',
  // Vue hears of every reading of a text; React draws all again.
  '@livetype/ui onTextsRead',
])

/** What packages/ui or a library draws into an element of either client: it can't differ. */
const drawnForBoth = /^(?:code-group|code-line|token-\w+|katex|katex-display|diagram-frame)$/

const files = repositoryFiles()
const storePath = 'packages/client/src/chat-store/chat-store.ts'
const commands = membersOf(storePath, read(storePath), 'ChatStore')
const classes = files
  .filter((path) => /^packages\/ui\/src\/.*\.css$/.test(path))
  .flatMap((path) => [...classesOf(read(path))])
const react = featuresOf(sourcesOf('apps/web-react/src/'), { commands, classes })
const vue = featuresOf(sourcesOf('apps/web-vue/src/'), { commands, classes })

test('the React and the Vue client have the same features', () => {
  expect(listed(react)).toEqual(listed(vue))
})

test('each command of the chat store can be given in the clients', () => {
  expect([...commands].filter((name) => !react.commands.has(name))).toEqual([])
})

test('each class that the styles know is drawn', () => {
  const drawn = (/** @type {string} */ name) => react.classes.has(name) || drawnForBoth.test(name)
  expect([...classes].filter((name) => !drawn(name))).toEqual([])
})

test('features are read in the ways in which the clients write them', () => {
  const inReact = featuresOf(
    [
      {
        path: 'menu.tsx',
        text: `
          import { menuKeys, type Menu } from '@livetype/ui'
          const words = laterTexts.palette
          const { stop } = useServices().store
          export const MenuView = () => <p className="menu open">{words.title}{texts.composer.send}{store.list.get()}</p>`,
      },
    ],
    { commands: ['stop', 'list', 'open'], classes: ['menu', 'closed'] },
  )
  const inVue = featuresOf(
    [
      {
        path: 'Menu.vue',
        text: `<script setup lang="ts">
          import { menuKeys, type Menu } from '@livetype/ui'
          store.stop(); store.list
        </script>
        <template><p class="menu">{{ laterTexts.palette.title }}{{ texts.composer.send }}</p></template>`,
      },
    ],
    { commands: ['stop', 'list', 'open'], classes: ['menu', 'closed'] },
  )
  expect(listed(inReact)).toEqual(listed(inVue))
  expect(listed(inVue)).toEqual([
    'class menu',
    'command list',
    'command stop',
    'shared @livetype/ui menuKeys',
    'word composer.send',
    'word palette.title',
  ])
})

/** @param {import('./client-features.mjs').ClientFeatures} features */
function listed({ words, shared, commands: used, classes: drawn }) {
  return [
    ...[...words].map((name) => `word ${name}`),
    ...[...shared].filter((name) => !ownWays.has(name)).map((name) => `shared ${name}`),
    ...[...used].map((name) => `command ${name}`),
    ...[...drawn].map((name) => `class ${name}`),
  ].sort()
}

/** @param {string} folder */
function sourcesOf(folder) {
  return files
    .filter((path) => path.startsWith(folder) && /\.(tsx?|vue)$/.test(path) && !isTestFile(path))
    .map((path) => ({ path, text: read(path) }))
}

/** @param {string} path */
function read(path) {
  return readFileSync(join(root, path), 'utf8')
}
