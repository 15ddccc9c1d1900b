import type { ListFilter } from '@livetype/protocol'
import { texts } from '../texts/texts.ts'
import type { MenuItem } from './menu.ts'

const tagPrefix = 'tag:'

/** What the menu of the list offers: what the list can show, and to select in it. */
export function listMenu(
  filter: ListFilter,
  tagsInUse: readonly string[],
): { readonly items: readonly MenuItem[]; readonly chosen: string } {
  const { tag } = filter
  const tags = tag === undefined || tagsInUse.includes(tag) ? tagsInUse : [tag, ...tagsInUse]
  return {
    items: [
      { value: 'all', label: texts.sidebar.showAll },
      { value: 'archived', label: texts.sidebar.showArchived },
      ...tags.map((name) => ({ value: `${tagPrefix}${name}`, label: texts.sidebar.showTag(name) })),
      { value: 'select', label: texts.sidebar.select, icon: 'list-checks', isAction: true },
    ],
    chosen: tag === undefined ? (filter.isArchived ? 'archived' : 'all') : `${tagPrefix}${tag}`,
  }
}

/** What the list shows after a choice in its menu; null: the choice is to select. */
export function chosenFilter(value: string): ListFilter | null {
  if (value === 'select') return null
  if (value.startsWith(tagPrefix)) return { tag: value.slice(tagPrefix.length) }
  return value === 'archived' ? { isArchived: true } : {}
}

/** What is said of the filter that is on; null: none is. */
export function filterNote({ isArchived, tag }: ListFilter): string | null {
  if (tag !== undefined) return texts.sidebar.showTag(tag)
  return isArchived ? texts.sidebar.showArchived : null
}

/** The tags as a row has room for them: the first, and how many there are besides. */
export function tagMark(tags: readonly string[]): { readonly name: string; readonly others: string } | null {
  const [name] = tags
  if (name === undefined) return null
  return { name, others: tags.length > 1 ? `+${tags.length - 1}` : '' }
}
