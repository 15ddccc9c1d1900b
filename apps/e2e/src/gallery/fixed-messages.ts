/** What the messages of the gallery say. All letters are in the fonts that the gallery brings. */

export const prose = `# How a tide is made

The sea rises and falls **twice a day**, because the earth turns *beneath* two bulges of water. The one towards the moon
is easily understood; the other is not.

## Why there are two

The moon pulls at the near side more than at the centre, and at the centre more than at the *far* side. What is left is
a stretching: see [a longer account](https://example.com/tides), or \`tidalForce(distance)\` in the sources. ~~There is
one bulge.~~ A link that names another host, [example.org](https://example.com/other), says so.

### What to look for

1. The height of the water, which depends on
   - the shape of the coast,
   - the wind of the last days
     - from the sea,
     - from the land.
2. The time, about fifty minutes later each day.
3. The phase of the moon.

- [x] Read the table of the harbour
- [ ] Look at the wind
- [ ] Tell someone where you are

> The tide waits for no one, and for those least who have read about it.
>
> > A quote within it.

---

#### In short

Two bulges, one earth that turns: **high water about every twelve hours and twenty-five minutes**.
`

export const code = `Each item once, in order:

\`\`\`ts
/** Yields each item once, in the order in which it came first. */
export function* unique<Item>(items: Iterable<Item>): Generator<Item> {
  const seen = new Set<Item>()
  for (const item of items) {
    if (seen.has(item)) continue // told already
    seen.add(item)
    yield item
  }
}

console.log(\`There are \${[...unique([3, 1, 3])].length} of them, which is fewer than what came in, as long lines show.\`)
\`\`\`

The same in Python:

\`\`\`python
@cache
def unique(items: list[int]) -> list[int]:
    """Each item once."""
    return list(dict.fromkeys(items))
\`\`\`

And from the shell: \`sort -u\`, which forgets the order.

\`\`\`
sort -u items.txt
\`\`\`
`

export const longCode = `It is a long one:

\`\`\`json
{
${Array.from({ length: 30 }, (_, index) => `  "harbour-${index + 1}": { "high": "${String(index % 24).padStart(2, '0')}:25", "metres": ${index}.5 }`).join(',\n')}
}
\`\`\`
`

export const rich = `The tide goes as $h = \\frac{3}{2}\\,\\frac{m}{M}\\,\\frac{r^4}{d^3}$, a few decimetres on the open sea.[^open]

$$
F(r) = -\\frac{G m}{r^2}\\left(1 - \\frac{2x}{r} + O(x^2)\\right)
$$

| Harbour | High water | Range | Remarks | Since |
|:--|:-:|--:|:--|--:|
| Saint-Malo | 06:25 | 12.2 m | Among the greatest of Europe; a power station lives on it | 1966 |
| Hamburg | 11:02 | 3.8 m | Comes up the river, *later* than on the coast | 1841 |
| Naples | 04:40 | 0.3 m | Hardly to be seen | 1899 |
| Bay of Fundy | 09:15 | 16.3 m | The greatest of all, by **resonance** | 1869 |

![A chart of the tides](https://example.com/chart.png) What the chart leaves out is the wind.[^wind]

[^open]: Far from any coast. With $d \\gg r$, as here.
[^wind]: It can add **two metres**.
`

export const scripts = `A word without an end: Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft, and an
address: https://example.com/a/path/that/goes/on/and/on/without/a/single/place/to/break/it?and=a&long=query#fragment

המים עולים ויורדים פעמיים ביום, ובאנגלית: *high water* (גאות).

- ירח מלא
- רוח מן הים, \`wind > 20\`

> المدّ والجزر: ارتفاع الماء وانخفاضه مرتين في اليوم.

1. أول
2. ثانٍ، مع **tide** في الوسط

| עיר | גובה |
|:--|--:|
| חיפה | 0.4 |

A line in English again, with גאות and مدّ in it.
`

export const arabic = `# المدّ والجزر

يرتفع ماء البحر وينخفض **مرتين في اليوم**، انظر [الشرح](https://example.com/tides) أو \`tidalForce()\`.[^one]

- شكل الساحل
  - ريح من البحر
- [x] جدول الميناء

> لا ينتظر المدّ أحداً.

\`\`\`ts
const hours = 12.42
\`\`\`

| الميناء | المدى |
|:--|--:|
| سان مالو | 12.2 |
| نابولي | 0.3 |

[^one]: بعيداً عن كل ساحل.
`
