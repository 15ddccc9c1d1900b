/** How the cells of a table's column stand. Null: as the text's direction has it. */
export type ColumnAlignment = 'left' | 'center' | 'right' | null

/** What stands inside a line of text. */
export type InlineNode =
  /** Ready for a text node: entities and escapes are decoded. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'emphasis'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'strike'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'inline-code'; readonly text: string }
  /**
   * `href` is safe to put into the page; null: the address is not allowed, draw the children alone. `title` begins with
   * the host that it leads to. @see SPEC.md SAFE2
   */
  | {
      readonly kind: 'link'
      readonly href: string | null
      readonly title: string | null
      readonly children: readonly InlineNode[]
    }
  /** Never loaded unasked: draw a link to `src` named `alt`; null: it is no link. */
  | { readonly kind: 'image'; readonly src: string | null; readonly alt: string; readonly title: string | null }
  | { readonly kind: 'line-break' }
  /** Raw HTML, shown as the text that it is. */
  | { readonly kind: 'html'; readonly text: string }
  /** A formula in TeX. `source` has its marks too; `isDisplay`: on a line of its own. */
  | { readonly kind: 'math'; readonly text: string; readonly source: string; readonly isDisplay: boolean }
  /** The mark of a footnote: a link to the block `footnote` of this label, which may still be to come. */
  | { readonly kind: 'footnote-reference'; readonly label: string }

/** One item of a list. `isChecked` is null for an item that is no task. */
export interface ListItem {
  readonly isChecked: boolean | null
  readonly children: readonly BlockNode[]
}

/** The cells of a table: as many in each row as there are columns. */
export type TableCell = readonly InlineNode[]

/** What stands on lines of its own. */
export type BlockNode =
  | { readonly kind: 'paragraph'; readonly children: readonly InlineNode[] }
  /** The text of an item of a tight list: drawn without a paragraph's margins. */
  | { readonly kind: 'plain'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'heading'; readonly depth: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly InlineNode[] }
  /** `start` is the first number of an ordered list, null for a bulleted one. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  /** `language` is the first word after the fence, or ''. `isClosed` is false while the fence is being written. */
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly isClosed: boolean }
  | {
      readonly kind: 'table'
      readonly columns: readonly ColumnAlignment[]
      readonly header: readonly TableCell[]
      readonly rows: readonly (readonly TableCell[])[]
    }
  | { readonly kind: 'blockquote'; readonly children: readonly BlockNode[] }
  | { readonly kind: 'rule' }
  /** A formula on lines of its own. One that is not closed is shown as its source. */
  | { readonly kind: 'math-block'; readonly text: string; readonly source: string; readonly isClosed: boolean }
  | { readonly kind: 'footnote'; readonly label: string; readonly children: readonly BlockNode[] }
  /** Raw HTML, shown as the text that it is. */
  | { readonly kind: 'html-block'; readonly text: string }

/** A piece of a markdown document, by meaning: what a view maps to its own elements. */
export type MarkdownNode = BlockNode | InlineNode
