import { texts } from '@livetype/ui'
import { useEffect } from 'react'
import type { SidebarState } from '../sidebar/use-sidebar.ts'
import { BlankState } from './blank-state.tsx'
import { TopBar } from './top-bar.tsx'
import { Transcript } from './transcript.tsx'

/** An address that names nothing. */
export function NoSuchPage({ sidebar }: { sidebar: SidebarState }) {
  useEffect(() => {
    document.title = texts.documentTitle(null)
  }, [])
  return (
    <main id="main" className="main" data-view="not-found" inert={sidebar.isDrawerOpen}>
      <TopBar title={null} sidebar={sidebar} />
      <Transcript view={null}>
        <BlankState title={texts.notFound.pageTitle} body={texts.notFound.pageBody} />
      </Transcript>
    </main>
  )
}
