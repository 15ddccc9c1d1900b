import { type ExportedConversation, type ExportedMessage, unchosenPath } from '@livetype/protocol'
import { fenced, plainLine, withClosedFence } from './markdown-text.ts'

/** Which messages: those of the path that is shown, or all versions of all. */
export type MarkdownBranches = 'path' | 'all'

/**
 * A conversation to be read: a heading for each message, with who or which model wrote it and when (UTC), and the text
 * as it is, as Markdown.
 */
export function conversationMarkdown(conversation: ExportedConversation, branches: MarkdownBranches): string {
  const tree = treeOf(conversation)
  const messages = branches === 'all' ? tree.all() : tree.path()
  const sections = messages.map((message) => sectionOf(message, branches === 'all' ? tree.placeOf(message) : ''))
  return `${[`# ${plainLine(conversation.title) || 'Untitled'}`, ...sections].join('\n\n')}\n`
}

function sectionOf(message: ExportedMessage, place: string): string {
  const who = message.role === 'user' ? 'You' : plainLine(message.modelName)
  const pieces = [`## ${who} · ${timeOf(message.createdAt)}${place}`]
  for (const part of message.parts) {
    if (part.type === 'image' || part.type === 'file') {
      pieces.push(`*(${part.type}: ${plainLine(part.name)})*`)
      continue
    }
    if (part.text.trim() === '') continue
    if (part.type === 'reasoning') pieces.push(`**Thoughts**\n\n${fenced(part.text, 'text')}`)
    else pieces.push(withClosedFence(part.text))
  }
  if (message.role === 'assistant' && message.reply.status !== 'completed') pieces.push(`*(${message.reply.status})*`)
  return pieces.join('\n\n')
}

function timeOf(time: number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The tree of a conversation, to be walked. */
function treeOf({ messages, chosenIds }: ExportedConversation) {
  const children = Map.groupBy(messages, (message) => message.parentId)
  const chosen = new Set(chosenIds)
  const unchosen = unchosenPath(messages)
  const nextOf = (id: string | null) => {
    const siblings = children.get(id) ?? []
    return (
      siblings.find((message) => chosen.has(message.id)) ?? siblings.find((message) => message.id === unchosen.get(id))
    )
  }
  return {
    path() {
      const path: ExportedMessage[] = []
      for (let message = nextOf(null); message; message = nextOf(message.id)) path.push(message)
      return path
    },
    /** Each message before what follows it, branch by branch. */
    all() {
      const found: ExportedMessage[] = []
      const open = [...(children.get(null) ?? [])].reverse()
      for (let message = open.pop(); message; message = open.pop()) {
        found.push(message)
        open.push(...[...(children.get(message.id) ?? [])].reverse())
      }
      return found
    },
    /** Which of its siblings it is, where it has some. */
    placeOf({ id, parentId }: ExportedMessage) {
      const siblings = children.get(parentId) ?? []
      if (siblings.length < 2) return ''
      return ` · version ${siblings.findIndex((message) => message.id === id) + 1} of ${siblings.length}`
    },
  }
}
