import { type DocumentShape, documentShapes, documentTokens } from '@livetype/mock-model/documents'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Streamdown } from 'streamdown'

/** What is measured beside our clients, set up as their own pages say. */
const rivals: Record<string, ComponentType<{ text: string }>> = {
  'react-markdown': ({ text }) => <ReactMarkdown remarkPlugins={[remarkGfm]}>{text}</ReactMarkdown>,
  streamdown: ({ text }) => <Streamdown>{text}</Streamdown>,
}

/**
 * Appends what is due at each frame, in a view that is kept at its end, as that of a chat. The tokens are here from the
 * start: no network is counted against a rival.
 */
function Reply({ Rival, ...options }: { Rival: ComponentType<{ text: string }> } & ReturnType<typeof readOptions>) {
  const [text, setText] = useState('')
  const { shape, count, tokensPerSecond } = options
  useEffect(() => {
    const tokens = documentTokens(shape, count)
    const startedAt = performance.now()
    let sent = 0
    let frame = requestAnimationFrame(function append() {
      const due = Math.min(count, Math.floor(((performance.now() - startedAt) * tokensPerSecond) / 1000))
      if (due > sent) {
        const added = tokens.slice(sent, due).join('')
        sent = due
        setText((before) => before + added)
      }
      if (sent < count) frame = requestAnimationFrame(append)
      else document.documentElement.dataset.ended = 'true'
    })
    return () => cancelAnimationFrame(frame)
  }, [shape, count, tokensPerSecond])
  const view = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const scroller = view.current
    const content = scroller?.firstElementChild
    if (!scroller || !content) return
    const observer = new ResizeObserver(() => {
      scroller.scrollTop = scroller.scrollHeight
    })
    observer.observe(content)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={view} style={{ height: '100vh', overflow: 'auto' }}>
      <div>
        <Rival text={text} />
      </div>
    </div>
  )
}

function readOptions(): { shape: DocumentShape; count: number; tokensPerSecond: number } {
  const asked = new URLSearchParams(location.search)
  return {
    shape: documentShapes.find((shape) => shape === asked.get('shape')) ?? 'mixed',
    count: Number(asked.get('count')),
    tokensPerSecond: Number(asked.get('rate')),
  }
}

const root = document.getElementById('root')
const Rival = rivals[new URLSearchParams(location.search).get('rival') ?? '']
if (!root || !Rival) throw new Error('There is no such rival')
// The button starts it: what loading the page costs is not what is measured.
const button = document.createElement('button')
button.textContent = 'Start'
button.addEventListener('click', () => {
  button.remove()
  createRoot(root).render(<Reply Rival={Rival} {...readOptions()} />)
})
document.body.prepend(button)
