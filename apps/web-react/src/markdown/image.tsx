import type { InlineNode } from '@livetype/client'
import { createLatePart, texts } from '@livetype/ui'
import { useEffect, useId } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useObservable } from '../use-observable.ts'
import { linkAttributes } from './link-attributes.ts'

/** What loads images where a person asks for it; fetched when the first one is seen. */
const loaderPart = createLatePart(async () => (await import('./image-loader.tsx')).ImageLoader)

/** An image is a link to it: loading it unasked would tell a stranger who reads what. */
export function Image({ node }: { node: Extract<InlineNode, { kind: 'image' }> }) {
  const Loader = useObservable(loaderPart)
  const linkId = useId()
  // Where it can't be fetched the link is there all the same.
  useEffect(() => void loaderPart.load().catch(() => undefined), [])
  const label = texts.image.notLoaded(node.alt)
  if (node.src === null) return <span className="unsafe-link">{label}</span>
  return (
    <>
      <a className="image-link" href={node.src} title={node.title ?? undefined} id={linkId} {...linkAttributes}>
        <Icon name="image" />
        {label}
      </a>
      {Loader && <Loader key={node.src} address={node.src} label={label} linkId={linkId} />}
    </>
  )
}
