import type { ThemeRegistrationRaw } from '@shikijs/primitive'
import { type TokenKind, tokenKinds } from './token-kinds.ts'

/** Which scopes of the grammars are what. A longer one goes before a shorter one; an operator is as plain as a bracket. */
const scopes: Readonly<Record<TokenKind, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  keyword: [
    'keyword',
    'storage',
    'punctuation.definition.template-expression',
    'variable.language',
    'support.type.primitive',
  ],
  string: ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.underline.link'],
  number: [
    'constant.numeric',
    'keyword.other.unit',
    'constant.language',
    'constant.other',
    'support.constant',
    'variable.other.constant.property',
  ],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'variable.function'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'entity.name.namespace',
    'support.type',
    'support.class',
  ],
  property: [
    'support.type.property-name',
    'support.type.vendored.property-name',
    'meta.object-literal.key',
    'variable.other.property',
    'variable.object.property',
    'entity.name.tag.yaml',
    'variable.other.assignment',
    'keyword.other.definition.ini',
  ],
  tag: ['entity.name.tag', 'entity.name.selector', 'meta.tag.sgml.doctype'],
  attribute: ['entity.other.attribute-name'],
  escape: ['constant.character', 'string.regexp', 'constant.other.placeholder'],
  inserted: ['markup.inserted'],
  deleted: ['markup.deleted'],
  heading: ['markup.heading', 'entity.name.section', 'markup.bold', 'meta.diff.range', 'meta.diff.header'],
}

const plain = '#000000'
const kinds = new Map(tokenKinds.map((kind, index) => [`#${String(index + 1).padStart(6, '0')}`, kind]))

/** A theme whose colours are names: `kindOfColour` says of which kind. What the kinds look like is the stylesheets' affair. */
export const codeTheme: ThemeRegistrationRaw = {
  name: 'livetype',
  type: 'light',
  settings: [
    { settings: { foreground: plain, background: '#ffffff' } },
    ...[...kinds].map(([foreground, kind]) => ({ scope: [...scopes[kind]], settings: { foreground } })),
    {
      scope: ['keyword.operator', 'meta.template.expression', 'punctuation.separator.key-value'],
      settings: { foreground: plain },
    },
    {
      scope: ['keyword.operator.new', 'keyword.operator.expression', 'keyword.operator.logical.python'],
      settings: { foreground: '#000002' },
    },
  ],
}

/** The kind behind a colour of `codeTheme`; undefined: plain. */
export function kindOfColour(colour: string | undefined): TokenKind | undefined {
  return colour === undefined ? undefined : kinds.get(colour)
}
