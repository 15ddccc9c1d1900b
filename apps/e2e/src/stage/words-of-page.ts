import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Locator } from '@playwright/test'

/** Every sentence that is the same whatever values there are, in the language that is shown in this process. */
export function plainWords(): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (words: object, path: string) => {
    for (const [name, word] of Object.entries(words)) {
      // Read by name, so that it is the language's own.
      const own: unknown = Reflect.get(words, name)
      if (typeof own === 'string') found.set(`${path}.${name}`, own)
      else if (typeof word === 'object' && typeof own === 'object' && own !== null) walk(own, `${path}.${name}`)
    }
  }
  walk(texts, 'texts')
  walk(laterTexts, 'laterTexts')
  return found
}

/** What a person reads or hears in a part of the page: texts, and the attributes that name, describe or hint. */
export function wordsOf(part: Locator): Promise<string[]> {
  return part.evaluate((root) => {
    const words: string[] = []
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) words.push(texts.currentNode.textContent ?? '')
    for (const element of [root, ...root.querySelectorAll('*')]) {
      for (const name of ['alt', 'aria-label', 'data-tooltip', 'placeholder', 'title']) {
        words.push(element.getAttribute(name) ?? '')
      }
    }
    return words.map((word) => word.trim()).filter((word) => word !== '')
  })
}
