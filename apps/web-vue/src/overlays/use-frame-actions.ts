import { focusComposerWhenShown, hasComposerInput, listenForShortcuts } from '@livetype/ui'
import { onBeforeUnmount } from 'vue'
import { useRouter } from 'vue-router'
import { useServices } from '../services/services.ts'
import { selecting } from '../sidebar/selecting-part.ts'
import { useActions } from './use-actions.ts'

/** What can be done on every page, and the keys of all that can be done. */
export function useFrameActions(sidebar: { isOpen: () => boolean; toggle: () => void; closeDrawer: () => void }): void {
  const { actions, overlay, selection, temporaryDraft } = useServices()
  const router = useRouter()
  useActions([
    {
      id: 'newChat',
      run() {
        sidebar.closeDrawer()
        void router.push('/')
        focusComposerWhenShown()
      },
    },
    {
      id: 'temporaryChat',
      run() {
        sidebar.closeDrawer()
        temporaryDraft.set(true)
        void router.push('/')
        focusComposerWhenShown()
      },
    },
    { id: 'palette', run: () => overlay.show(overlay.get() === 'palette' ? null : 'palette') },
    { id: 'search', run: () => overlay.show(overlay.get() === 'search' ? null : 'search') },
    { id: 'focusComposer', isAvailable: hasComposerInput, run: focusComposerWhenShown },
    { id: 'toggleSidebar', run: sidebar.toggle },
    { id: 'usage', run: () => overlay.show('usage') },
    { id: 'settings', run: () => overlay.show('settings') },
    { id: 'data', run: () => overlay.show('data') },
    { id: 'prompts', run: () => overlay.show('prompts') },
    { id: 'presets', run: () => overlay.show('presets') },
    { id: 'shortcuts', run: () => overlay.show('shortcuts') },
    {
      id: 'selectConversations',
      run() {
        if (!sidebar.isOpen()) sidebar.toggle()
        void selecting.load().then(() => selecting.get()?.beginSelecting(selection))
      },
    },
  ])
  onBeforeUnmount(listenForShortcuts(actions))
}
