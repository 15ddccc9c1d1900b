import { png } from '@livetype/api/test-support'
import type { ExportedConversation, ExportedMessage, Part, UserPart } from '@livetype/protocol'
import * as say from './fixed-messages.ts'

/** The moment at which all pictures are taken. */
export const galleryNow = Date.UTC(2026, 2, 14, 9, 41)

const minute = 60_000
const day = 24 * 60 * minute
const photo = png(640, 400)
const notes = Buffer.from('The notes of the harbour.\n')

type Ending = Partial<Extract<ExportedMessage, { role: 'assistant' }>['reply']>
/** A question and its reply: all that differs from one pair to the next. */
interface Turn {
  readonly question: string
  readonly attachments?: readonly UserPart[]
  readonly reasoning?: string
  readonly reply: string
  readonly ending?: Ending
}

interface Told {
  readonly title: string
  readonly at: number
  readonly turns: readonly Turn[]
}

function conversation(id: string, { title, at, turns }: Told): ExportedConversation {
  const messages = turns.flatMap((turn, index): ExportedMessage[] => {
    const begun = at + index * minute
    const messageId = (role: string, of = index) => `gallery-${id}-${role}-${of}`
    const parts: Part[] = [
      ...(turn.reasoning ? [{ type: 'reasoning' as const, text: turn.reasoning, durationMs: 12_000 }] : []),
      ...(turn.reply ? [{ type: 'text' as const, text: turn.reply }] : []),
    ]
    return [
      {
        id: messageId('question'),
        parentId: index === 0 ? null : messageId('reply', index - 1),
        role: 'user',
        createdAt: begun,
        parts: [...(turn.attachments ?? []), { type: 'text', text: turn.question }],
      },
      {
        id: messageId('reply'),
        parentId: messageId('question'),
        role: 'assistant',
        createdAt: begun,
        runId: `gallery-${id}-run-${index}`,
        modelId: 'mock-echo',
        modelName: 'mock-echo',
        parts,
        reply: { status: 'completed', startedAt: begun, endedAt: begun + 8000, ...turn.ending },
      },
    ]
  })
  return {
    id: galleryId(id),
    title,
    titleOrigin: 'user',
    createdAt: at,
    updatedAt: at + turns.length * minute,
    messages,
    chosenIds: [],
  }
}

/** The id of one of the conversations below. */
export const galleryId = (name: string): string => `gallery-${name}`

const failure = { code: 'model-unreachable', message: 'The model could not be reached.', isRetryable: true } as const

/** Everything that the pictures show, as an import takes it. */
export function galleryFile(): string {
  const conversations = [
    conversation('prose', {
      title: 'How a tide is made',
      at: galleryNow - 60 * minute,
      turns: [{ question: 'How is a tide made?', reply: say.prose }],
    }),
    conversation('code', {
      title: 'Each item once',
      at: galleryNow - 3 * 60 * minute,
      turns: [
        { question: 'Each item once, please.\nIn two languages.', reply: say.code },
        { question: 'And a long one.', reply: say.longCode },
      ],
    }),
    conversation('rich', {
      title: 'Tides, with numbers',
      at: galleryNow - day,
      turns: [{ question: 'With numbers?', reply: say.rich }],
    }),
    conversation('scripts', {
      title: 'Many scripts and a title that does not fit',
      at: galleryNow - 2 * day,
      turns: [{ question: 'מה זה גאות?', reply: say.scripts }],
    }),
    conversation('arabic', {
      title: 'المدّ والجزر',
      at: galleryNow - 10 * day,
      turns: [{ question: 'كيف يحدث المدّ؟', reasoning: 'حول القمر.', reply: say.arabic }],
    }),
    conversation('ends', {
      title: 'Replies that end',
      at: galleryNow - 40 * day,
      turns: [
        {
          question: 'What do these show?',
          attachments: [
            {
              type: 'image',
              fileId: 'gallery-photo',
              name: 'harbour.png',
              sizeBytes: photo.length,
              mediaType: 'image/png',
              width: 640,
              height: 400,
            },
            {
              type: 'file',
              fileId: 'gallery-notes',
              name: 'notes.txt',
              sizeBytes: notes.length,
              mediaType: 'text/plain',
              textLength: notes.length,
            },
          ],
          reasoning: 'A harbour, and notes about it.',
          reply: 'A harbour at low water, and what someone wrote down about it.',
        },
        { question: 'Go on.', reply: 'The river was quiet in', ending: { status: 'stopped' } },
        { question: 'And then?', reply: 'The lamp was', ending: { status: 'interrupted' } },
        { question: 'Once more.', reply: '', ending: { status: 'failed', failure } },
      ],
    }),
  ]
  const files = [
    { fileId: 'gallery-photo', name: 'harbour.png', base64: photo.toString('base64') },
    { fileId: 'gallery-notes', name: 'notes.txt', base64: notes.toString('base64') },
  ]
  return JSON.stringify({ format: 'livetype', version: 1, files, conversations })
}
