import '@livetype/ui/styles.css'
import {
  createChatApi,
  createChatStore,
  createLiveDrafts,
  createReplyView,
  createStoredUnsentTexts,
  hasKeptAttachments,
  type LivetypeClient,
} from '@livetype/client'
import {
  browserFrames,
  browserTabSignals,
  createBrowserClient,
  pacedFrames,
  recentMessages,
} from '@livetype/client/browser'
import {
  createActionRegistry,
  createFlag,
  createLanguage,
  createLatePart,
  createLateToaster,
  createListSelection,
  createOverlay,
  createReadingPlaces,
  createStoredValue,
  createTagging,
  createTagsInUse,
  createTheme,
  createToday,
  listenForUnexpectedErrors,
  readKeptSettings,
  sharedTokenIn,
  showSettings,
  storageKeys,
  texts,
} from '@livetype/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './app.tsx'
import { ErrorBoundary } from './controls/error-boundary.tsx'
import { toastsPart } from './controls/toasts-part.ts'
import { type Services, ServicesContext } from './services.ts'
import { trpc } from './trpc.ts'

/** Everything is made here, once, and handed down. */
function createServices(client: LivetypeClient): Services {
  const frames = pacedFrames(browserFrames())
  const signals = browserTabSignals(window)
  const storage = storageOrNull()
  const drafts = createLiveDrafts(storage, signals)
  const attachments = createLatePart(async () => {
    const { createBrowserTrays } = await import('@livetype/client/attachments')
    return createBrowserTrays({ storage, limits: () => client.file.limits.query() })
  })
  const unsent = createStoredUnsentTexts(storage, drafts, (key, given) => {
    void attachments.load().then(() => attachments.get()?.put(key, given))
  })
  const store = createChatStore({
    api: createChatApi(client),
    frames,
    signals,
    unsent,
    settings: readKeptSettings(storage),
    recentMessages,
  })
  const overlay = createOverlay()
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')
  return {
    client,
    store,
    drafts,
    attachments,
    hasKeptAttachments: (key) => hasKeptAttachments(storage, key),
    importer: createLatePart(async () => (await import('@livetype/client/importing')).createBrowserImporter()),
    readingPlaces: createReadingPlaces(),
    today: createToday(),
    language: createLanguage(),
    actions: createActionRegistry(),
    overlay,
    selection: createListSelection(),
    tagging: createTagging(overlay),
    tagsInUse: createTagsInUse(() => store.listTags()),
    usage: client.usage,
    findMessages: (query, signal) => client.search.query.query(query, { signal }),
    toaster: createLateToaster(toastsPart),
    modelChoice: createStoredValue(storageKeys.model),
    comparison: createStoredValue(storageKeys.comparison),
    sidebarChoice: createStoredValue(storageKeys.sidebar),
    notices: createStoredValue(storageKeys.notices),
    demoDismissed: createStoredValue(storageKeys.demoDismissed),
    configurationDraft: createStoredValue(storageKeys.configuration),
    temporaryDraft: createFlag(),
    frames,
    openReply: (conversationId, messageId) =>
      createReplyView({
        message: store.message(conversationId, messageId),
        connection: store.connection,
        frames,
        isSmooth: () => !reducedMotion.matches && store.settings.get().typing === 'smooth',
      }),
  }
}

function storageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    // With cookies blocked the mere access throws; drafts then last for the page.
    return null
  }
}

function showApp(root: Element, client: LivetypeClient): void {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 2, staleTime: 30_000 } } })
  const services = createServices(client)
  listenForUnexpectedErrors(() => {
    services.toaster.create({ title: texts.errors.unexpectedTitle, type: 'error' })
  })
  // Before the first paint, so that nobody sees a page change its language.
  const isShown = showSettings(services.store.settings, {
    theme: createTheme(),
    language: services.language,
    root: document.documentElement,
    storage: storageOrNull(),
    onLanguageFailed() {
      services.toaster.create({ title: texts.errors.languageFailed, type: 'error' })
    },
  })
  const page = (
    <StrictMode>
      <ErrorBoundary>
        <trpc.Provider client={client} queryClient={queryClient}>
          <QueryClientProvider client={queryClient}>
            <ServicesContext value={services}>
              <BrowserRouter>
                <App />
              </BrowserRouter>
            </ServicesContext>
          </QueryClientProvider>
        </trpc.Provider>
      </ErrorBoundary>
    </StrictMode>
  )
  void isShown.then(() => createRoot(root).render(page))
}

/** What a link shows, in the looks of whoever reads it: nothing of an owner is made or asked for. */
async function showShared(root: Element, options: { client: LivetypeClient; token: string }): Promise<void> {
  const settings = readKeptSettings(storageOrNull())
  const [{ SharedPage }] = await Promise.all([
    import('./share/shared-page.tsx'),
    showSettings(
      { get: () => settings, subscribe: () => () => undefined },
      {
        theme: createTheme(),
        language: createLanguage(),
        root: document.documentElement,
        storage: null,
        onLanguageFailed: () => undefined,
      },
    ),
  ])
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <SharedPage {...options} />
      </ErrorBoundary>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
const client = createBrowserClient()
const token = sharedTokenIn(window.location.pathname, '/')
if (token === null) showApp(root, client)
else void showShared(root, { client, token })
