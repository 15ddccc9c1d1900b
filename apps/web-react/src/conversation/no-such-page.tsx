import { texts } from '@livetype/ui'
import type { SidebarState } from '../sidebar/use-sidebar.ts'
import { BlankState } from './blank-state.tsx'
import { TopBar } from './top-bar.tsx'

/** An address that names nothing. */
export function NoSuchPage({ sidebar }: { sidebar: SidebarState }) {
  return (
    <main id="main" className="main" data-view="not-found" inert={sidebar.isDrawerOpen}>
      <TopBar title={null} sidebar={sidebar} />
      <div className="transcript-frame">
        <div className="transcript">
          <div className="transcript-content">
            <BlankState title={texts.notFound.pageTitle} body={texts.notFound.pageBody} />
          </div>
        </div>
      </div>
    </main>
  )
}
