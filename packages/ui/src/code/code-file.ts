/** What files of a language end in, where that is not its name. Names are those that models and people write. */
const endings = new Map(
  Object.entries({
    bash: 'sh',
    'c#': 'cs',
    'c++': 'cpp',
    clojure: 'clj',
    csharp: 'cs',
    elixir: 'ex',
    erlang: 'erl',
    'f#': 'fs',
    fsharp: 'fs',
    golang: 'go',
    haskell: 'hs',
    javascript: 'js',
    julia: 'jl',
    kotlin: 'kt',
    latex: 'tex',
    markdown: 'md',
    mermaid: 'mmd',
    node: 'js',
    'objective-c': 'm',
    ocaml: 'ml',
    perl: 'pl',
    plaintext: 'txt',
    postgresql: 'sql',
    powershell: 'ps1',
    python: 'py',
    python3: 'py',
    ruby: 'rb',
    rust: 'rs',
    shell: 'sh',
    shellscript: 'sh',
    solidity: 'sol',
    sqlite: 'sql',
    terraform: 'tf',
    text: 'txt',
    typescript: 'ts',
    viml: 'vim',
    yml: 'yaml',
    zsh: 'sh',
  }),
)

/** Files that have no ending. */
const named = new Map(
  Object.entries({
    docker: 'Dockerfile',
    dockerfile: 'Dockerfile',
    make: 'Makefile',
    makefile: 'Makefile',
    '.env': '.env',
  }),
)

/** A name for a file with code of a language, by whatever name the model gave that. Never a path. */
export function codeFileName(language: string): string {
  const name = language.toLowerCase()
  const ending = endings.get(name) ?? (/^[a-z0-9]{1,10}$/.test(name) ? name : 'txt')
  return named.get(name) ?? `code.${ending}`
}

/** Has the browser save a text as a file. */
export function saveCode(text: string, fileName: string): void {
  saveFile(new Blob([text], { type: 'text/plain' }), fileName)
}

/** Has the browser save bytes as a file. */
export function saveFile(bytes: Blob, fileName: string): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken the bytes by the time that it has followed the link.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
