import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { createShikiPrimitive, type LanguageRegistration } from '@shikijs/primitive'
import type { CodeLanguage } from './code-languages.ts'
import { codeTheme, kindOfColour } from './code-theme.ts'
import { createLineTokenizer, type LineTokenizer } from './line-tokenizer.ts'

/** The grammars, each fetched when code of its language is first seen. */
const grammars: Readonly<Record<CodeLanguage, () => Promise<{ default: LanguageRegistration[] }>>> = {
  asm: () => import('@shikijs/langs/asm'),
  astro: () => import('@shikijs/langs/astro'),
  bat: () => import('@shikijs/langs/bat'),
  c: () => import('@shikijs/langs/c'),
  clojure: () => import('@shikijs/langs/clojure'),
  cpp: () => import('@shikijs/langs/cpp'),
  crystal: () => import('@shikijs/langs/crystal'),
  csharp: () => import('@shikijs/langs/csharp'),
  css: () => import('@shikijs/langs/css'),
  dart: () => import('@shikijs/langs/dart'),
  diff: () => import('@shikijs/langs/diff'),
  docker: () => import('@shikijs/langs/docker'),
  dotenv: () => import('@shikijs/langs/dotenv'),
  elixir: () => import('@shikijs/langs/elixir'),
  elm: () => import('@shikijs/langs/elm'),
  erlang: () => import('@shikijs/langs/erlang'),
  fish: () => import('@shikijs/langs/fish'),
  fsharp: () => import('@shikijs/langs/fsharp'),
  go: () => import('@shikijs/langs/go'),
  graphql: () => import('@shikijs/langs/graphql'),
  groovy: () => import('@shikijs/langs/groovy'),
  haskell: () => import('@shikijs/langs/haskell'),
  hcl: () => import('@shikijs/langs/hcl'),
  html: () => import('@shikijs/langs/html'),
  http: () => import('@shikijs/langs/http'),
  ini: () => import('@shikijs/langs/ini'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  json5: () => import('@shikijs/langs/json5'),
  jsonc: () => import('@shikijs/langs/jsonc'),
  jsx: () => import('@shikijs/langs/jsx'),
  julia: () => import('@shikijs/langs/julia'),
  kotlin: () => import('@shikijs/langs/kotlin'),
  latex: () => import('@shikijs/langs/latex'),
  less: () => import('@shikijs/langs/less'),
  lua: () => import('@shikijs/langs/lua'),
  make: () => import('@shikijs/langs/make'),
  markdown: () => import('@shikijs/langs/markdown'),
  matlab: () => import('@shikijs/langs/matlab'),
  nginx: () => import('@shikijs/langs/nginx'),
  nim: () => import('@shikijs/langs/nim'),
  nix: () => import('@shikijs/langs/nix'),
  'objective-c': () => import('@shikijs/langs/objective-c'),
  ocaml: () => import('@shikijs/langs/ocaml'),
  perl: () => import('@shikijs/langs/perl'),
  php: () => import('@shikijs/langs/php'),
  powershell: () => import('@shikijs/langs/powershell'),
  prisma: () => import('@shikijs/langs/prisma'),
  proto: () => import('@shikijs/langs/proto'),
  python: () => import('@shikijs/langs/python'),
  r: () => import('@shikijs/langs/r'),
  regex: () => import('@shikijs/langs/regex'),
  ruby: () => import('@shikijs/langs/ruby'),
  rust: () => import('@shikijs/langs/rust'),
  scala: () => import('@shikijs/langs/scala'),
  scss: () => import('@shikijs/langs/scss'),
  shellscript: () => import('@shikijs/langs/shellscript'),
  shellsession: () => import('@shikijs/langs/shellsession'),
  solidity: () => import('@shikijs/langs/solidity'),
  sql: () => import('@shikijs/langs/sql'),
  svelte: () => import('@shikijs/langs/svelte'),
  swift: () => import('@shikijs/langs/swift'),
  terraform: () => import('@shikijs/langs/terraform'),
  toml: () => import('@shikijs/langs/toml'),
  tsx: () => import('@shikijs/langs/tsx'),
  typescript: () => import('@shikijs/langs/typescript'),
  viml: () => import('@shikijs/langs/viml'),
  vue: () => import('@shikijs/langs/vue'),
  wasm: () => import('@shikijs/langs/wasm'),
  xml: () => import('@shikijs/langs/xml'),
  yaml: () => import('@shikijs/langs/yaml'),
  zig: () => import('@shikijs/langs/zig'),
}

/** Reads code by the grammars of its language, with one engine for all. */
export interface CodeReader {
  /** Fetches the grammar of a language, once, and begins a block of it. Rejects where that fails; the next call tries again. */
  begin(language: CodeLanguage): Promise<LineTokenizer>
}

/** Makes a reader that has no grammar yet. */
export function createCodeReader(): CodeReader {
  // A pattern that JavaScript can't express is left out: a little less is coloured.
  const engine = createJavaScriptRegexEngine({ forgiving: true })
  const shiki = createShikiPrimitive({ engine, themes: [codeTheme], langs: [], warnings: false })
  const { colorMap } = shiki.setTheme(codeTheme.name ?? '')
  const kinds = colorMap.map(kindOfColour)
  const loading = new Map<CodeLanguage, Promise<void>>()

  function load(language: CodeLanguage): Promise<void> {
    const before = loading.get(language)
    if (before) return before
    const loaded = shiki.loadLanguage(grammars[language]()).catch((error: unknown) => {
      loading.delete(language)
      throw error
    })
    loading.set(language, loaded)
    return loaded
  }

  return {
    async begin(language) {
      await load(language)
      return createLineTokenizer(shiki.getLanguage(language), (colour) => kinds[colour])
    },
  }
}
