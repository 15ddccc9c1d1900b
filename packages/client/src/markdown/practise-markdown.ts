import { createMarkdownStream } from './markdown-stream.ts'

/** One of each thing that replies are made of; the last of it is not closed. */
const reply = [
  '## A heading\n\nA *word*, a **strong one**, `code`, <https://example.com> and [a link](https://example.com).',
  '\n\n- An item,\n  1. and one within it\n- [x] ~~done~~\n\n> Said before',
  '\n\n| a | b |\n| --- | :-: |\n| c | d |\n\n```ts\nconst x = 1\n```',
  '\n\nWhat **it *costs `is',
]

/**
 * Reads a reply that nobody sees, bit by bit, so that the browser has compiled what reads Markdown before the first one
 * that somebody waits for: on a slow device that takes as long as two frames.
 */
export function* practiseMarkdown(): Generator<void> {
  const stream = createMarkdownStream()
  for (const piece of reply) {
    stream.append(piece)
    stream.blocks()
    yield
  }
}
