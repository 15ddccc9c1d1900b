import '@livetype/ui/styles.css'
import { LocaleProvider } from '@ark-ui/vue/locale'
import {
  createChatApi,
  createChatStore,
  createLiveDrafts,
  createModelList,
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
  onTextsRead,
  readKeptSettings,
  sharedTokenIn,
  showSettings,
  storageKeys,
  texts,
} from '@livetype/ui'
import { createApp, h, shallowRef } from 'vue'
import App from './app/App.vue'
import ErrorBoundary from './controls/ErrorBoundary.vue'
import { toastsPart } from './controls/toasts-part.ts'
import { createAppRouter } from './router.ts'
import { type Services, servicesKey } from './services/services.ts'

/** Everything is made here, once, and handed down. */
function createServices(client: LivetypeClient): Services {
  const api = createChatApi(client)
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
  const settings = readKeptSettings(storage)
  const store = createChatStore({ api, frames, signals, unsent, settings, recentMessages })
  const overlay = createOverlay()
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')
  return {
    client,
    models: createModelList({ load: () => api.listModels(), signals }),
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
    return null // With cookies blocked the mere access throws; drafts then last for the page.
  }
}

function showApp(client: LivetypeClient): void {
  const services = createServices(client)

  /** What has read a text is drawn again with the language: the words themselves are no state of Vue's. */
  const language = shallowRef(services.language.get())
  services.language.subscribe(() => {
    language.value = services.language.get()
  })
  onTextsRead(() => void language.value)

  // Ark's menus and dialogs run the way of the language.
  const app = createApp(() => h(LocaleProvider, { locale: language.value }, () => h(ErrorBoundary, () => h(App))))
  const sayUnexpected = () => {
    services.toaster.create({ title: texts.errors.unexpectedTitle, type: 'error' })
  }
  listenForUnexpectedErrors(sayUnexpected)
  // What Vue catches itself the page never hears of.
  app.config.errorHandler = (error) => {
    console.error(error)
    sayUnexpected()
  }
  app.provide(servicesKey, services).use(createAppRouter(import.meta.env.BASE_URL))

  // Before the first paint, so that nobody sees a page change its language.
  void showSettings(services.store.settings, {
    theme: createTheme(),
    language: services.language,
    root: document.documentElement,
    storage: storageOrNull(),
    onLanguageFailed() {
      services.toaster.error({ title: texts.errors.languageFailed })
    },
  }).then(() => app.mount('#root'))
}

/** What a link shows, in the looks of whoever reads it: nothing of an owner is made or asked for. */
async function showShared(props: { client: LivetypeClient; token: string }): Promise<void> {
  const settings = readKeptSettings(storageOrNull())
  const [{ default: SharedPage }] = await Promise.all([
    import('./share/SharedPage.vue'),
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
  createApp(() => h(ErrorBoundary, () => h(SharedPage, props))).mount('#root')
}

const client = createBrowserClient()
const token = sharedTokenIn(window.location.pathname, import.meta.env.BASE_URL)
if (token === null) showApp(client)
else void showShared({ client, token })
