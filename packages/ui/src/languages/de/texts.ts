import type { Texts } from '../../texts/texts.ts'
import { numberIn } from '../plural.ts'
import { demoExamples, examples } from './examples.ts'

const count = numberIn('de')

/** @see ../../texts/texts.ts */
export const texts: Texts = {
  app: {
    name: 'Livetype',
    skipToComposer: 'Zum Eingabefeld springen',
  },

  sidebar: {
    label: 'Unterhaltungen',
    newConversation: 'Neuer Chat',
    open: 'Seitenleiste einblenden',
    close: 'Seitenleiste ausblenden',
    empty: 'Noch keine Unterhaltungen',
    emptyHint: 'Was du fragst, bleibt hier erhalten.',
    loading: 'Unterhaltungen werden geladen …',
    failed: 'Die Unterhaltungen konnten nicht geladen werden.',
    untitled: 'Ohne Titel',
    running: 'Antwort wird geschrieben',
    actionsFor: (title) => `Aktionen für „${title}“`,
    rename: 'Umbenennen',
    renameLabel: 'Titel der Unterhaltung',
    copyMarkdown: 'Als Markdown kopieren',
    exportMarkdown: 'Als Markdown exportieren',
    exportJson: 'Als JSON exportieren',
    delete: 'Löschen',
    deleted: (title) => `„${title}“ gelöscht`,
    deletedMany: (total) => `${count(total)} Unterhaltungen gelöscht`,
    pin: 'Anheften',
    unpin: 'Nicht mehr anheften',
    archive: 'Archivieren',
    archived: (title) => `„${title}“ archiviert`,
    archivedMany: (total) => `${count(total)} Unterhaltungen archiviert`,
    unarchive: 'Aus dem Archiv holen',
    unarchived: (title) => `Aus dem Archiv geholt: „${title}“`,
    unarchivedMany: (total) => `${count(total)} Unterhaltungen aus dem Archiv geholt`,
    share: 'Teilen …',
    undo: 'Rückgängig',
    pinned: 'Angeheftet',
    today: 'Heute',
    yesterday: 'Gestern',
    lastWeek: 'Letzte 7 Tage',
    lastMonth: 'Letzte 30 Tage',
    loadingOlder: 'Ältere Unterhaltungen werden geladen …',
    olderFailed: 'Ältere Unterhaltungen konnten nicht geladen werden.',
    listMenu: 'Was die Liste zeigt',
    select: 'Unterhaltungen auswählen',
    showAll: 'Alle Unterhaltungen',
    showArchived: 'Archivierte Unterhaltungen',
    emptyArchive: 'Das Archiv ist leer.',
    tags: (names) => `Tags: ${names}`,
    showTag: (name) => `Tag „${name}“`,
    emptyTag: 'Keine Unterhaltung hat diesen Tag.',
    editTags: 'Tags …',
    leaveFilter: 'Alle Unterhaltungen zeigen',
  },

  temporary: {
    title: 'Temporärer Chat',
    hint: 'Dieser Chat steht in keiner Liste und in keiner Suche. Eine Stunde, nachdem du ihn verlassen hast, wird er endgültig gelöscht.',
    keep: 'Diesen Chat behalten',
    kept: 'Dieser Chat wird behalten.',
    keepFailed: 'Der Chat konnte nicht behalten werden.',
  },

  models: {
    label: 'Modell',
    current: (name) => `Modell: ${name}`,
    loading: 'Modelle werden geladen …',
    failed: 'Die Modelle konnten nicht geladen werden.',
    compare: 'Modelle vergleichen',
  },

  composer: {
    label: 'Nachricht',
    placeholder: 'Frag, was du willst',
    send: 'Senden',
    sendWhenUploaded: 'Wird gesendet, sobald die Dateien da sind. Noch einmal drücken, um nicht länger zu warten.',
    attach: 'Dateien anhängen',
    stop: 'Stopp',
    hint: 'Enter sendet, Umschalt+Enter beginnt eine neue Zeile',
    hintWithModifier: (key) => `${key}+Enter sendet, Enter beginnt eine neue Zeile`,
    queue: 'Senden, wenn die Antwort fertig ist',
    queueHint: 'Enter sendet nach der Antwort, Umschalt+Enter beginnt eine neue Zeile',
    queueHintWithModifier: (key) => `${key}+Enter sendet nach der Antwort, Enter beginnt eine neue Zeile`,
    nearLimit: 'Diese Nachricht ist fast so lang wie möglich.',
    overLimit: 'Diese Nachricht ist zu lang zum Senden.',
    tooLong: (excess) => `${count(excess)} Zeichen zu viel`,
    remaining: (rest) => `Noch ${count(rest)} Zeichen`,
  },

  presets: {
    title: 'Deine Vorlagen',
    actionsFor: (name) => `Aktionen für die Vorlage „${name}“`,
    edit: 'Bearbeiten',
    duplicate: 'Duplizieren',
    copyOf: (name) => `${name} (Kopie)`,
    moveUp: 'Nach oben',
    moveDown: 'Nach unten',
    delete: 'Löschen',
    deleted: (name) => `Vorlage „${name}“ gelöscht`,
    failed: 'Die Vorlagen konnten nicht geändert werden.',
  },

  library: {
    open: 'Prompts und Vorlagen',
  },

  configuration: {
    open: 'Einstellungen der Unterhaltung',
    openSet: 'Einstellungen der Unterhaltung (geändert)',
    failed: 'Die Einstellungen konnten nicht gespeichert werden.',
  },

  attachments: {
    label: 'Anhänge',
    view: (name) => `${name} ansehen`,
    download: (name) => `${name} herunterladen`,
    about: (kind, size) => `${kind} · ${size}`,
    kilobytes: (kilobytes) => `${count(kilobytes)} kB`,
    megabytes: (megabytes) => `${count(megabytes)} MB`,
  },

  transcript: {
    label: 'Nachrichten',
    loading: 'Unterhaltung wird geladen …',
    jumpToLatest: 'Zum Ende springen',
    you: 'Du',
    assistant: 'Assistent',
  },

  activity: {
    sending: 'Wird gesendet …',
    queued: 'In der Warteschlange: beginnt, wenn eine andere Antwort fertig ist',
    waitingFor: (model) => `Warten auf ${model} …`,
    thinking: 'Denkt nach …',
    writing: 'Schreibt …',
    reconnecting: 'Verbindung wird wiederhergestellt …',
  },

  reasoning: {
    open: 'Denkt nach …',
    openFor: (duration) => `Denkt nach … ${duration}`,
    closed: 'Gedanken',
    closedSoon: 'Kurz nachgedacht',
    closedFor: (duration) => `${duration} nachgedacht`,
  },

  duration: {
    seconds: (seconds) => `${count(seconds)} s`,
    minutes: (minutes, seconds) => `${count(minutes)} min ${count(seconds)} s`,
  },

  marks: {
    completed: 'Vollständig',
    stopped: 'Gestoppt',
    failed: 'Fehlgeschlagen',
    interrupted: 'Unterbrochen',
    interruptedHint: 'Der Server ging weg, während diese Antwort geschrieben wurde. Was schon da war, blieb erhalten.',
    failedFallback: 'Die Antwort konnte nicht fertig werden.',
  },

  actions: {
    copy: 'Kopieren',
    copyCode: 'Code kopieren',
    copied: 'Kopiert',
    copyFailed: 'Kopieren war nicht möglich',
    edit: 'Bearbeiten',
    regenerate: 'Neu antworten lassen',
    againWith: 'Noch einmal mit anderem Modell',
    continue: 'Fortsetzen',
    undoContinue: 'Fortsetzung zurücknehmen',
    retry: 'Erneut versuchen',
    discard: 'Verwerfen',
    cancel: 'Abbrechen',
    dismiss: 'Ausblenden',
    details: 'Einzelheiten',
    close: 'Schließen',
  },

  rating: {
    up: 'Gute Antwort',
    down: 'Schlechte Antwort',
    given: { up: 'Als gut bewertet.', down: 'Als schlecht bewertet.' },
    takenBack: 'Die Bewertung wurde zurückgenommen.',
  },

  edit: {
    label: 'Nachricht bearbeiten',
    send: 'Senden',
    waiting: 'Wird hochgeladen …',
  },

  versions: {
    label: (number, total) => `Version ${count(number)} von ${count(total)}`,
    place: (number, total) => `${count(number)} / ${count(total)}`,
    previous: 'Vorige Version',
    next: 'Nächste Version',
  },

  delivery: {
    sending: 'Wird gesendet …',
    failed: 'Nicht gesendet.',
  },

  code: {
    plain: 'Text',
    block: (language) => `Code, ${language}`,
  },

  table: {
    label: 'Tabelle',
  },

  footnote: {
    mark: (label) => `Fußnote ${label}`,
    back: 'Zurück zum Text',
  },

  task: {
    done: 'Erledigt',
    open: 'Offen',
  },

  image: {
    notLoaded: (description) => (description ? `Bild: ${description}` : 'Bild'),
  },

  empty: {
    title: 'Was möchtest du wissen?',
    subtitle:
      'Frag mit deinen eigenen Worten. Die Antwort erscheint, während sie geschrieben wird, und bleibt erhalten.',
    examplesLabel: 'Beispiele',
    examples,
    demoExamples,
  },

  demo: {
    label: 'Über das Demo-Modell',
    title: 'Das ist die Demo: eingebaut, keine KI.',
    body: 'Sie tippt, aber sie weiß nichts.',
    howIntro: 'Trag dies in die Datei .env neben package.json ein und starte den Server neu:',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: 'dein Schlüssel, falls der Server einen verlangt' },
      { name: 'OPENAI_BASE_URL', meaning: 'die Adresse eines OpenAI-kompatiblen Servers' },
      { name: 'OPENAI_MODELS', meaning: 'die Modelle zur Auswahl, durch Kommas getrennt' },
    ],
    howOutro: 'Schlüssel bleiben auf dem Server.',
    show: 'So verbindest du ein echtes Modell',
    dismiss: 'Ausblenden',
  },

  connection: {
    offline: 'Du bist offline. Was du siehst, bleibt erhalten; es geht weiter, sobald das Netz wieder da ist.',
    reconnecting: 'Verbindung verloren. Wird wiederhergestellt …',
    restored: 'Wieder verbunden',
  },

  notFound: {
    conversationTitle: 'Diese Unterhaltung gibt es nicht',
    conversationBody: 'Vielleicht wurde sie gelöscht oder war temporär, oder der Link ist unvollständig.',
    pageTitle: 'Diese Seite gibt es nicht',
    pageBody: 'Vielleicht ist die Adresse falsch geschrieben.',
    action: 'Neuen Chat beginnen',
  },

  errors: {
    unexpectedTitle: 'Etwas ist schiefgegangen',
    unexpectedBody: 'Auf dieser Seite ist ein Fehler aufgetreten. Deine Unterhaltungen sind auf dem Server sicher.',
    reload: 'Seite neu laden',
    conversationFailed: 'Die Unterhaltung konnte nicht geladen werden.',
    renameFailed: 'Der Titel konnte nicht geändert werden.',
    deleteFailed: 'Die Unterhaltung konnte nicht gelöscht werden.',
    restoreFailed: 'Die Unterhaltung konnte nicht wiederhergestellt werden.',
    filingFailed: 'Die Änderung konnte nicht gespeichert werden.',
    stopFailed: 'Die Antwort konnte nicht gestoppt werden.',
    sendQueuedFailed: 'Die wartende Nachricht konnte nicht gesendet werden.',
    regenerateFailed: 'Eine neue Antwort konnte nicht begonnen werden.',
    continueFailed: 'Die Antwort konnte nicht fortgesetzt werden.',
    chooseBranchFailed: 'Die andere Version konnte nicht gezeigt werden.',
    ratingFailed: 'Die Bewertung konnte nicht gespeichert werden.',
    undoFailed: 'Die Fortsetzung konnte nicht zurückgenommen werden.',
    settingsFailed: 'Die Einstellungen konnten nicht gespeichert werden.',
    languageFailed: 'Die Sprache konnte nicht geladen werden.',
    withReason: (what, why) => `${what} ${why}`,
  },

  theme: {
    label: 'Design',
    light: 'Hell',
    dark: 'Dunkel',
    system: 'System',
    current: (name) => `Design: ${name}`,
  },

  announce: {
    queued: 'In der Warteschlange.',
    generating: 'Antwort wird geschrieben …',
    stopped: 'Antwort gestoppt.',
    interrupted: 'Die Antwort wurde unterbrochen.',
    undone: 'Die Fortsetzung wurde zurückgenommen.',
    completed: 'Antwort vollständig.',
    goesOn: 'Die Antwort geht weiter; der Rest kann in der Unterhaltung gelesen werden.',
  },

  settings: {
    open: 'Einstellungen',
  },

  search: {
    open: 'Nachrichten durchsuchen',
  },

  keys: {
    control: 'Strg',
    shift: 'Umschalt',
    enter: 'Enter',
    escape: 'Esc',
  },

  notifications: {
    label: 'Mitteilungen',
  },

  documentTitle: (conversation) => (conversation ? `${conversation} · Livetype` : 'Livetype'),
}
