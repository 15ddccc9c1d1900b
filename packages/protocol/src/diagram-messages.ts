import * as z from 'zod/mini'

/** Longest source of a diagram that is drawn, in UTF-16 units. */
export const maxDiagramLength = 20_000

/** A colour as `#rrggbb`. */
const colourSchema = z.string().check(z.regex(/^#[0-9a-f]{6}$/))

/** What a diagram is drawn in: tokens of the page's theme. */
export const diagramColoursSchema = z.object({
  isDark: z.boolean(),
  paper: colourSchema,
  margin: colourSchema,
  tint: colourSchema,
  line: colourSchema,
  lineStrong: colourSchema,
  ink: colourSchema,
  inkSoft: colourSchema,
  inkFaint: colourSchema,
  accent: colourSchema,
  danger: colourSchema,
})

/** @see diagramColoursSchema */
export type DiagramColours = z.infer<typeof diagramColoursSchema>

/** What a page of ours asks of the sandbox's diagram.html: to draw this source. One at a time. */
export const drawDiagramSchema = z.object({
  kind: z.literal('draw'),
  id: z.number(),
  source: z.string().check(z.maxLength(maxDiagramLength)),
  colours: diagramColoursSchema,
  /** The page's fonts, which every image can use: those of the system. */
  fontFamily: z.string(),
})

/** @see drawDiagramSchema */
export type DrawDiagram = z.infer<typeof drawDiagramSchema>

const lengthSchema = z.number().check(z.minimum(1), z.maximum(50_000))

/**
 * What diagram.html says: that it listens, and what became of what it was asked. It has read what a model wrote, so
 * the picture is only ever shown as an image, which runs and fetches nothing.
 */
export const diagramEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('drawn'),
    id: z.number(),
    /** An SVG document that stands for itself. */
    svg: z.string().check(z.maxLength(4_000_000)),
    /** What it measures, in CSS pixels. */
    width: lengthSchema,
    height: lengthSchema,
  }),
  z.object({
    kind: z.literal('unreadable'),
    id: z.number(),
    /** Why, in a line, as the library says it: in English. */
    reason: z.string().check(z.maxLength(300)),
  }),
  /** Something that it needs could not be loaded. */
  z.object({ kind: z.literal('failed'), id: z.number() }),
])

/** @see diagramEventSchema */
export type DiagramEvent = z.infer<typeof diagramEventSchema>
