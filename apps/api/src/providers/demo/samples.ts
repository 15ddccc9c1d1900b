function fence(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n')
}

/** Code blocks in several languages. */
export const codeSample = [
  'Here is the same small idea, counting words, in four languages. First **TypeScript**:',
  fence('ts', [
    '/** How often each word occurs, the most frequent first. */',
    'export function wordCounts(text: string): [word: string, count: number][] {',
    '  const counts = new Map<string, number>()',
    '  for (const [word] of text.toLowerCase().matchAll(/\\p{L}+/gu)) {',
    '    counts.set(word, (counts.get(word) ?? 0) + 1)',
    '  }',
    '  return [...counts].sort((a, b) => b[1] - a[1])',
    '}',
  ]),
  'The same in **Python**, whose standard library does the counting:',
  fence('python', [
    'import re',
    'from collections import Counter',
    '',
    '',
    'def word_counts(text: str) -> list[tuple[str, int]]:',
    '    """How often each word occurs, the most frequent first."""',
    '    return Counter(re.findall(r"\\w+", text.lower())).most_common()',
  ]),
  'As a query in **SQL**, with the words in a table:',
  fence('sql', [
    'SELECT word, count(*) AS occurrences',
    'FROM words',
    'GROUP BY word',
    'ORDER BY occurrences DESC',
    'LIMIT 10;',
  ]),
  'And in a **shell**, where it has been one line since the seventies:',
  fence('bash', [
    "tr -cs '[:alpha:]' '\\n' < book.txt | tr '[:upper:]' '[:lower:]' | sort | uniq -c | sort -rn | head",
  ]),
  'Inline code such as `wordCounts("to be or not to be")` looks like this.',
].join('\n\n')

/** Tables with alignment, marks and wide cells. */
export const tableSample = [
  'Some bridges, with numbers that line up on the right:',
  [
    '| Bridge | City | Opened | Longest span |',
    '| :--- | :--- | ---: | ---: |',
    '| Ponte Vecchio | Florence | 1345 | 30 m |',
    '| Brooklyn Bridge | New York | 1883 | 486 m |',
    '| Golden Gate Bridge | San Francisco | 1937 | 1,280 m |',
    '| Akashi Kaikyō Bridge | Kobe | 1998 | 1,991 m |',
  ].join('\n'),
  'A table may hold marks, code and longer sentences too:',
  [
    '| What you type | What you get | Good to know |',
    '| :--- | :---: | --- |',
    '| `**bold**` | **bold** | Two stars on each side. |',
    '| `*italic*` | *italic* | One star; underscores work as well, though not in the middle of a word. |',
    '| `~~gone~~` | ~~gone~~ | For what was true until a moment ago. |',
  ].join('\n'),
].join('\n\n')

/** Formulas, in a line and on their own. */
export const mathSample = [
  'In a right-angled triangle with the legs $a$ and $b$, the hypotenuse $c$ follows from',
  '$$\nc = \\sqrt{a^2 + b^2}\n$$',
  'The sum of the first $n$ whole numbers needs no adding up:',
  '$$\n\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}\n$$',
  'And the bell curve, with mean $\\mu$ and standard deviation $\\sigma$, is',
  '$$\nf(x) = \\frac{1}{\\sigma\\sqrt{2\\pi}} \\, e^{-\\frac{1}{2}\\left(\\frac{x-\\mu}{\\sigma}\\right)^2}\n$$',
].join('\n\n')

/** Reasoning and the text that follows from it. */
export const thinkSample = {
  reasoning: [
    'The question is how many handshakes there are when five people greet each other.',
    'Each of the five shakes hands with the four others, which makes 5 × 4 = 20.',
    'But every handshake has been counted twice, once from each side. So it is half of that.',
    'Check with three people: 3 × 2 / 2 = 3. Anna and Ben, Anna and Cleo, Ben and Cleo. That fits.',
  ].join('\n\n'),
  text: [
    'When five people all shake hands, there are **10 handshakes**.',
    'Each person greets four others, and each handshake belongs to two people: 5 × 4 ÷ 2 = 10.',
    '*(A demonstration: nothing was really thought about here. The “reasoning” above is as built in as this text.)*',
  ].join('\n\n'),
}
