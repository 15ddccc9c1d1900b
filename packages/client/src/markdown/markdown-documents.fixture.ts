import fc from 'fast-check'

const word = fc.constantFrom(
  'the',
  'quick',
  'fox',
  '**bold**',
  '*em*',
  '_em_',
  '~~gone~~',
  '`code`',
  '``a ` b``',
  '[link](https://example.org "t")',
  '[ref]',
  '[ref][b]',
  '![alt](a.png)',
  '<https://example.org>',
  'https://example.org/a?b',
  'www.example.org',
  'a@b.org',
  '<b>',
  '</b>',
  '<a href="x">',
  '</a>',
  '<br>',
  '&amp;',
  '&#65;',
  '\\*',
  '**open',
  '*',
  '_',
  '`',
  '[',
  ']',
  '](',
  '|',
  '!',
  '日本語',
  '😀',
  '👩‍👩‍👧',
  'é',
  'שלום',
  '$x^2$',
  '$a_1 * b*c$',
  '$5 and',
  '$10,',
  '$$x$$',
  '$$',
  '$',
  '\\(y_1\\)',
  '\\[z\\]',
  '\\(',
  '\\[',
  '\\]',
  '[^1]',
  '[^note]',
  '[^',
  '1.',
  '-',
  '#',
  '>',
  '===',
  '---',
  '<code>',
  '<pre>',
  ']:',
  '"',
  "'",
)
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const lines = fc.array(line, { minLength: 1, maxLength: 4 })
const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '\t')

const fenceMark = fc.constantFrom('```', '~~~', '````', '~~~~~')
const codeLine = fc.constantFrom(
  'const a = 1',
  '',
  '  indented',
  '- no item',
  '# no heading',
  '``',
  '```',
  '~~~',
  '> q',
  '\tx',
  '[a]: b',
)
const fence = fc
  .tuple(
    fenceMark,
    fc.constantFrom('', 'ts', ' python', 'a b', 'x`y'),
    fc.array(codeLine, { maxLength: 6 }),
    fc.boolean(),
    indent,
  )
  .map(([mark, info, code, isClosed, space]) =>
    [space + mark + info, ...code.map((text) => space + text), ...(isClosed ? [space + mark] : [])].join('\n'),
  )
const heading = fc.tuple(fc.integer({ min: 1, max: 7 }), line).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`)
const setext = fc
  .tuple(lines, fc.constantFrom('===', '---', '=', '-', '--'))
  .map(([text, mark]) => `${text.join('\n')}\n${mark}`)
const rule = fc.constantFrom('---', '***', '* * *', '___', '- - -')
const table = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('---', ':--', '--:', ':-:', '-'),
    fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([header, dash, rows, isFenced]) => {
    const row = (cells: string[]) => (isFenced ? `| ${cells.join(' | ')} |` : cells.join(' | '))
    return [row(header), row(header.map(() => dash)), ...rows.map(row)].join('\n')
  })
const html = fc.constantFrom(
  '<div>\nx *y*\n</div>',
  '<div>',
  '<!-- a',
  '<!-- a\n\nb -->',
  '<script>\nlet a\n\n</script>',
  '<pre>\na\n\nb',
  '<custom-tag>\ntext',
  '<?php\n\n?>',
  '<!DOCTYPE html>',
  '<details>\n<summary>s</summary>\n\ntext\n\n</details>',
  '<a href="x">',
  '</span>',
  '<![CDATA[\n\n]]>',
)
const definition = fc.constantFrom(
  '[ref]: https://example.org',
  '[b]: <x y> "title"',
  "[ref]: /a\n'title\nmore'",
  '[b]: /b "open',
  '[re\nf]: /c',
  '[ref]:',
  '[ref]:\n/d',
)
const mathLine = fc.constantFrom(
  'x = y',
  '- b',
  '= c',
  '# d',
  '* e',
  '> f',
  '```',
  '---',
  '| a |',
  '\\$ g',
  'a $ b',
  '',
)
const math = fc
  .tuple(
    fc.constantFrom('$$', '$$ ', '$$x', '\\[', '  \\['),
    fc.array(mathLine, { maxLength: 4 }),
    fc.constantFrom('$$', '\\]', 'y$$', '$$ where', '\\] .', '$$$', ''),
    fc.constantFrom('', 'text\n', '- item\n'),
  )
  .map(([opening, content, closing, before]) => before + [opening, ...content, closing].join('\n'))
const footnote = fc
  .tuple(
    fc.constantFrom('1', '2', 'note'),
    lines,
    fc.array(fc.tuple(fc.constantFrom('\n', '\n\n'), fc.constantFrom('    ', '\t', '  '), line), { maxLength: 3 }),
  )
  .map(
    ([label, text, more]) =>
      `[^${label}]: ${text.join('\n')}${more.map(([gap, space, each]) => gap + space + each).join('')}`,
  )
const leaf = fc.oneof(
  { weight: 5, arbitrary: lines.map((text) => text.join('\n')) },
  fence,
  heading,
  setext,
  rule,
  table,
  html,
  definition,
  { weight: 2, arbitrary: math },
  footnote,
  lines.map((text) => text.map((each) => `    ${each}`).join('\n')),
)

const separator = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n  \n', '\n\t\n')

function sequence(block: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(block, separator), { minLength: 1, maxLength })
    .map((blocks) => blocks.map(([text, gap]) => text + gap).join(''))
}

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('-', '*', '+', '1.', '2)', '10.', '- [ ]', '- [x]'),
          fc.array(fc.tuple(tie('block'), fc.constantFrom('\n', '\n', '\n\n')), { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 0, max: 5 }),
        )
        .map(([marker, items, depth]) =>
          items.map(([text, gap]) => `${marker} ${text.replaceAll('\n', `\n${' '.repeat(depth)}`)}${gap}`).join(''),
        ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('block'), fc.boolean()).map(([text, isLazy]) =>
        text
          .split('\n')
          .map((each, index) => (isLazy && index > 0 ? each : `> ${each}`))
          .join('\n'),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(indent, tie('block')).map(([space, text]) => space + text) },
  ),
}))

/** Characters that mean something to a parser, in no order at all. */
const noise = fc
  .array(
    fc.constantFrom(
      '\n',
      '\n',
      '\n\n',
      ' ',
      '    ',
      '\t',
      '`',
      '```',
      '~~~',
      '- ',
      '1. ',
      '> ',
      '# ',
      '|',
      '---',
      '===',
      '*',
      '_',
      '[',
      ']',
      ':',
      '<',
      'a',
      'b',
      '<div>',
      '-->',
      '\r',
      '\\',
      '"',
      '$',
      '$$',
      '\\[',
      '\\]',
      '[^1]',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

/** Markdown documents: what models write, what they could write, and noise. Two of three can't define links. */
export const markdownDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: sequence(block, 8) }, { weight: 1, arbitrary: noise }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    fc.constantFrom(']:', ']', '] :'),
  )
  .map(([text, lineEnd, colon]) => text.replace(/(?<!\[\^\w*)\]:/g, colon).replaceAll('\n', lineEnd))

/** Cuts a text into pieces of about the given sizes, surrogate pairs included. */
export function cut(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = []
  let start = 0
  for (let index = 0; start < text.length; index += 1) {
    const size = Math.max(1, sizes[index % Math.max(1, sizes.length)] ?? 1)
    pieces.push(text.slice(start, start + size))
    start += size
  }
  return pieces
}

/** Sizes of pieces, as models send them: mostly a few characters. */
export const cutSizes: fc.Arbitrary<number[]> = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 })),
  { minLength: 1, maxLength: 12 },
)
