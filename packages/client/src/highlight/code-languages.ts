/** The languages that are coloured, each with the other names that models and people give it. */
const languages = {
  asm: 'assembly nasm',
  astro: '',
  bat: 'batch cmd',
  c: 'h',
  clojure: 'clj',
  cpp: 'c++ cc cxx hpp',
  crystal: '',
  csharp: 'c# cs',
  css: '',
  dart: '',
  diff: 'patch',
  docker: 'dockerfile',
  dotenv: 'env',
  elixir: 'ex exs',
  elm: '',
  erlang: 'erl',
  fish: '',
  fsharp: 'f# fs',
  go: 'golang',
  graphql: 'gql',
  groovy: 'gradle',
  haskell: 'hs',
  hcl: '',
  html: 'htm xhtml',
  http: '',
  ini: 'conf cfg properties',
  java: '',
  javascript: 'js mjs cjs node',
  json: 'geojson jsonl ndjson',
  json5: '',
  jsonc: '',
  jsx: '',
  julia: 'jl',
  kotlin: 'kt kts',
  latex: 'tex',
  less: '',
  lua: '',
  make: 'makefile mk',
  markdown: 'md mdx',
  matlab: 'octave',
  nginx: '',
  nim: '',
  nix: '',
  'objective-c': 'objc objectivec',
  ocaml: 'ml',
  perl: 'pl',
  php: '',
  powershell: 'ps ps1 pwsh',
  prisma: '',
  proto: 'protobuf',
  python: 'py py3 python3',
  r: '',
  regex: 'regexp',
  ruby: 'rb',
  rust: 'rs',
  scala: '',
  scss: '',
  shellscript: 'bash ksh sh shell zsh',
  shellsession: 'console',
  solidity: 'sol',
  sql: 'mysql pgsql postgres postgresql sqlite',
  svelte: '',
  swift: '',
  terraform: 'tf',
  toml: '',
  tsx: '',
  typescript: 'ts mts cts',
  viml: 'vim vimscript',
  vue: '',
  wasm: 'wat',
  xml: 'svg xsd xsl xslt rss plist',
  yaml: 'yml',
  zig: '',
} as const

/** A language that is coloured. */
export type CodeLanguage = keyof typeof languages

const byName = new Map<string, CodeLanguage>()
for (const language of ownKeys(languages)) {
  byName.set(language, language)
  for (const alias of languages[language].split(' ')) if (alias !== '') byName.set(alias, language)
}

/** All of them. */
export const codeLanguages: readonly CodeLanguage[] = ownKeys(languages)

/** The language that is meant by the first word after a fence, in whatever case; undefined: none that is coloured. */
export function codeLanguage(name: string): CodeLanguage | undefined {
  return byName.get(name.toLowerCase().replace(/^\{?\.|[,:{}].*$/g, ''))
}

function ownKeys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = []
  for (const key in record) keys.push(key)
  return keys
}
