import { expect, test } from 'vitest'
import { plainSource } from './plain-source.ts'

test('[DIAGRAM1] HTML in a label is the text it is, and what only changes looks is left out', () => {
  expect(plainSource('A["<b>one</b><br/>two<br>three"]')).toBe('A["one<br/>two<br>three"]')
  expect(plainSource('A["<img src=x onerror=hit()>"]')).toBe('A["#lt;img src=x onerror=hit()>"]')
  expect(plainSource('A: Array<string> </script')).toBe('A: Array#lt;string> #lt;/script')
})

test('arrows, annotations and relations stay what they are', () => {
  const sources = ['A <--> B', 'A<-->B', 'Animal <|-- Duck', 'state a <<choice>>', 'A<<->>B: x', 'A ||--o{ B : "a < b"']
  expect(sources.map(plainSource)).toEqual(sources)
})

test('[DIAGRAM1] no picture and no style comes from elsewhere', () => {
  const source = 'A@{ img: "https://a.example/x.png", label: "img: x" }\nstyle A fill:url(https://a.example)'
  expect(plainSource(source)).toBe(
    'A@{ none: "https://a.example/x.png", label: "img: x" }\nstyle A fill:url https://a.example)',
  )
  expect(
    plainSource(
      'sequenceDiagram\n  link A: x @ https://a.example\n  properties A: {"class": "x"}\n  A->>B: links: two',
    ),
  ).toBe('sequenceDiagram\n\n\n  A->>B: links: two')
  expect(plainSource('mindmap\n  links of all kinds: two')).toBe('mindmap\n  links of all kinds: two')
})
