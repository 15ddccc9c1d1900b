import { type Action, focusComposerWhenShown, hasComposerInput, listenForShortcuts } from '@livetype/ui'
import { useEffect, useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useServices } from '../services.ts'
import { selecting } from '../sidebar/selecting-part.ts'
import type { SidebarState } from '../sidebar/use-sidebar.ts'
import { useActions } from './use-actions.ts'

/** What can be done on every page, and the keys of all that can be done. */
export function useFrameActions(sidebar: SidebarState): void {
  const { actions, overlay, selection, temporaryDraft } = useServices()
  const navigate = useNavigate()
  const { isOpen, open, close, closeDrawer } = sidebar
  useActions(
    useMemo(
      (): Action[] => [
        {
          id: 'newChat',
          run() {
            closeDrawer()
            void navigate('/')
            focusComposerWhenShown()
          },
        },
        {
          id: 'temporaryChat',
          run() {
            closeDrawer()
            temporaryDraft.set(true)
            void navigate('/')
            focusComposerWhenShown()
          },
        },
        { id: 'palette', run: () => overlay.show(overlay.get() === 'palette' ? null : 'palette') },
        { id: 'search', run: () => overlay.show(overlay.get() === 'search' ? null : 'search') },
        { id: 'focusComposer', isAvailable: hasComposerInput, run: focusComposerWhenShown },
        { id: 'toggleSidebar', run: isOpen ? close : open },
        { id: 'usage', run: () => overlay.show('usage') },
        { id: 'settings', run: () => overlay.show('settings') },
        { id: 'data', run: () => overlay.show('data') },
        { id: 'prompts', run: () => overlay.show('prompts') },
        { id: 'presets', run: () => overlay.show('presets') },
        { id: 'shortcuts', run: () => overlay.show('shortcuts') },
        {
          id: 'selectConversations',
          run() {
            if (!isOpen) open()
            void selecting.load().then(() => selecting.get()?.beginSelecting(selection))
          },
        },
      ],
      [overlay, selection, temporaryDraft, navigate, isOpen, open, close, closeDrawer],
    ),
  )
  useEffect(() => listenForShortcuts(actions), [actions])
}
