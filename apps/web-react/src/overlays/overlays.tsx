import { createLatePart, type LatePart, type OverlayName } from '@livetype/ui'
import { type FunctionComponent, useEffect, useState } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** What lies over the page is told when to be there, and tells when it is gone. */
export interface OverlayProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onGone: () => void
}

type OverlayPart = LatePart<FunctionComponent<OverlayProps>>

/** What can lie over the page; each is fetched when it is first asked for. */
const parts: Readonly<Record<OverlayName, OverlayPart>> = {
  settings: createLatePart(async () => (await import('../settings/settings-dialog.tsx')).SettingsDialog),
  data: createLatePart(async () => (await import('../transfer/data-dialog.tsx')).DataDialog),
  share: createLatePart(async () => (await import('../share/share-dialog.tsx')).ShareDialog),
  palette: createLatePart(async () => (await import('../palette/command-palette.tsx')).CommandPalette),
  search: createLatePart(async () => (await import('../search/search-panel.tsx')).SearchPanel),
  usage: createLatePart(async () => (await import('../usage/usage-dialog.tsx')).UsageDialog),
  shortcuts: createLatePart(async () => (await import('../palette/shortcut-sheet.tsx')).ShortcutSheet),
  tags: createLatePart(async () => (await import('../tags/tags-dialog.tsx')).TagsDialog),
  prompts: createLatePart(async () => (await import('../library/library-dialog.tsx')).PromptLibrary),
  presets: createLatePart(async () => (await import('../library/library-dialog.tsx')).PresetLibrary),
}

/** What lies over the page, one at a time. */
export function Overlays() {
  const { overlay } = useServices()
  const shown = useObservable(overlay)
  return (
    <>
      <LateOverlay part={parts.settings} isOpen={shown === 'settings'} />
      <LateOverlay part={parts.data} isOpen={shown === 'data'} />
      <LateOverlay part={parts.share} isOpen={shown === 'share'} />
      <LateOverlay part={parts.palette} isOpen={shown === 'palette'} />
      <LateOverlay part={parts.search} isOpen={shown === 'search'} />
      <LateOverlay part={parts.usage} isOpen={shown === 'usage'} />
      <LateOverlay part={parts.shortcuts} isOpen={shown === 'shortcuts'} />
      <LateOverlay part={parts.tags} isOpen={shown === 'tags'} />
      <LateOverlay part={parts.prompts} isOpen={shown === 'prompts'} />
      <LateOverlay part={parts.presets} isOpen={shown === 'presets'} />
    </>
  )
}

function LateOverlay({ part, isOpen }: { part: OverlayPart; isOpen: boolean }) {
  const { overlay } = useServices()
  const Part = useObservable(part)
  const [isMounted, setMounted] = useState(false)

  const onGone = () => {
    setMounted(false)
    overlay.gone()
  }

  useEffect(() => {
    if (!isOpen) return
    setMounted(true)
    void part.load().catch((error: unknown) => {
      overlay.show(null)
      throw error
    })
    return () => {
      // Closed before it came: nothing else will say that it is gone.
      if (part.get() !== undefined) return
      setMounted(false)
      overlay.gone()
    }
  }, [part, isOpen, overlay])

  if (!Part || !isMounted) return null
  // The next one may be open already.
  const close = () => {
    if (isOpen) overlay.show(null)
  }
  return <Part isOpen={isOpen} onClose={close} onGone={onGone} />
}
