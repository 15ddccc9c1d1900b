import type { Texts } from '../../texts/texts.ts'
import { numberIn, pluralIn } from '../plural.ts'
import { demoExamples, examples } from './examples.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')

/** Un nombre et ce qu’il compte, accordé. */
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'conversation', other: 'conversations' })}`
const characters = (total: number) => `${count(total)} ${plural(total, { one: 'caractère', other: 'caractères' })}`

/** @see ../../texts/texts.ts */
export const texts: Texts = {
  app: {
    name: 'Livetype',
    skipToComposer: 'Aller à la zone de saisie',
  },

  sidebar: {
    label: 'Conversations',
    newConversation: 'Nouvelle discussion',
    open: 'Afficher le panneau latéral',
    close: 'Masquer le panneau latéral',
    empty: 'Aucune conversation pour l’instant',
    emptyHint: 'Vos questions seront conservées ici.',
    loading: 'Chargement des conversations…',
    failed: 'Impossible de charger les conversations.',
    untitled: 'Sans titre',
    running: 'Réponse en cours',
    actionsFor: (title) => `Actions pour « ${title} »`,
    rename: 'Renommer',
    renameLabel: 'Titre de la conversation',
    copyMarkdown: 'Copier en Markdown',
    exportMarkdown: 'Exporter en Markdown',
    exportJson: 'Exporter en JSON',
    delete: 'Supprimer',
    deleted: (title) => `« ${title} » supprimée`,
    deletedMany: (total) => `${conversations(total)} ${plural(total, { one: 'supprimée', other: 'supprimées' })}`,
    pin: 'Épingler',
    unpin: 'Détacher',
    archive: 'Archiver',
    archived: (title) => `« ${title} » archivée`,
    archivedMany: (total) => `${conversations(total)} ${plural(total, { one: 'archivée', other: 'archivées' })}`,
    unarchive: 'Sortir des archives',
    unarchived: (title) => `Sortie des archives : « ${title} »`,
    unarchivedMany: (total) =>
      `${conversations(total)} ${plural(total, { one: 'sortie', other: 'sorties' })} des archives`,
    share: 'Partager…',
    undo: 'Annuler',
    pinned: 'Épinglées',
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    lastWeek: '7 derniers jours',
    lastMonth: '30 derniers jours',
    loadingOlder: 'Chargement des conversations plus anciennes…',
    olderFailed: 'Impossible de charger les conversations plus anciennes.',
    listMenu: 'Contenu de la liste',
    select: 'Sélectionner des conversations',
    showAll: 'Toutes les conversations',
    showArchived: 'Conversations archivées',
    emptyArchive: 'Les archives sont vides.',
    tags: (names) => `Étiquettes : ${names}`,
    showTag: (name) => `Étiquette « ${name} »`,
    emptyTag: 'Aucune conversation ne porte cette étiquette.',
    editTags: 'Étiquettes…',
    leaveFilter: 'Afficher toutes les conversations',
  },

  temporary: {
    title: 'Discussion éphémère',
    hint: 'Cette discussion n’est dans aucune liste ni aucune recherche. Elle est supprimée définitivement une heure après votre départ.',
    keep: 'Garder cette discussion',
    kept: 'Cette discussion est gardée.',
    keepFailed: 'Impossible de garder la discussion.',
  },

  models: {
    label: 'Modèle',
    current: (name) => `Modèle : ${name}`,
    loading: 'Chargement des modèles…',
    failed: 'Impossible de charger les modèles.',
    compare: 'Comparer des modèles',
  },

  composer: {
    label: 'Message',
    placeholder: 'Posez votre question',
    send: 'Envoyer',
    sendWhenUploaded: 'L’envoi se fera dès que les fichiers seront là. Appuyez encore pour ne plus attendre.',
    attach: 'Joindre des fichiers',
    stop: 'Arrêter',
    hint: 'Entrée envoie, Maj+Entrée passe à la ligne',
    hintWithModifier: (key) => `${key}+Entrée envoie, Entrée passe à la ligne`,
    queue: 'Envoyer quand la réponse sera terminée',
    queueHint: 'Entrée envoie après la réponse, Maj+Entrée passe à la ligne',
    queueHintWithModifier: (key) => `${key}+Entrée envoie après la réponse, Entrée passe à la ligne`,
    nearLimit: 'Ce message approche de la longueur maximale.',
    overLimit: 'Ce message est trop long pour être envoyé.',
    tooLong: (excess) => `${characters(excess)} en trop`,
    remaining: (rest) => `Encore ${characters(rest)}`,
  },

  presets: {
    title: 'Vos préréglages',
    actionsFor: (name) => `Actions pour le préréglage « ${name} »`,
    edit: 'Modifier',
    duplicate: 'Dupliquer',
    copyOf: (name) => `${name} (copie)`,
    moveUp: 'Monter',
    moveDown: 'Descendre',
    delete: 'Supprimer',
    deleted: (name) => `Préréglage « ${name} » supprimé`,
    failed: 'Impossible de modifier les préréglages.',
  },

  library: {
    open: 'Prompts et préréglages',
  },

  configuration: {
    open: 'Réglages de la conversation',
    openSet: 'Réglages de la conversation (modifiés)',
    failed: 'Impossible d’enregistrer les réglages.',
  },

  attachments: {
    label: 'Pièces jointes',
    view: (name) => `Voir ${name}`,
    download: (name) => `Télécharger ${name}`,
    about: (kind, size) => `${kind} · ${size}`,
    kilobytes: (kilobytes) => `${count(kilobytes)} ko`,
    megabytes: (megabytes) => `${count(megabytes)} Mo`,
  },

  transcript: {
    label: 'Messages',
    loading: 'Chargement de la conversation…',
    jumpToLatest: 'Aller à la fin',
    you: 'Vous',
    assistant: 'Assistant',
  },

  activity: {
    sending: 'Envoi…',
    queued: 'En attente : commence quand une autre réponse sera terminée',
    waitingFor: (model) => `En attente de ${model}…`,
    thinking: 'Réflexion…',
    writing: 'Rédaction…',
    reconnecting: 'Reconnexion…',
  },

  reasoning: {
    open: 'Réflexion…',
    openFor: (duration) => `Réflexion… ${duration}`,
    closed: 'Réflexion',
    closedSoon: 'A réfléchi un instant',
    closedFor: (duration) => `A réfléchi pendant ${duration}`,
  },

  duration: {
    seconds: (seconds) => `${count(seconds)} s`,
    minutes: (minutes, seconds) => `${count(minutes)} min ${count(seconds)} s`,
  },

  marks: {
    completed: 'Complète',
    stopped: 'Arrêtée',
    failed: 'Échec',
    interrupted: 'Interrompue',
    interruptedHint:
      'Le serveur s’est arrêté pendant la rédaction de cette réponse. Ce qui était arrivé a été conservé.',
    failedFallback: 'La réponse n’a pas pu être terminée.',
  },

  actions: {
    copy: 'Copier',
    copyCode: 'Copier le code',
    copied: 'Copié',
    copyFailed: 'La copie n’a pas été possible',
    edit: 'Modifier',
    regenerate: 'Répondre à nouveau',
    againWith: 'Répondre avec un autre modèle',
    continue: 'Continuer',
    undoContinue: 'Retirer la suite',
    retry: 'Réessayer',
    discard: 'Abandonner',
    cancel: 'Annuler',
    dismiss: 'Masquer',
    details: 'Détails',
    close: 'Fermer',
  },

  rating: {
    up: 'Bonne réponse',
    down: 'Mauvaise réponse',
    given: { up: 'Évaluée comme bonne.', down: 'Évaluée comme mauvaise.' },
    takenBack: 'L’évaluation a été retirée.',
  },

  edit: {
    label: 'Modifier le message',
    send: 'Envoyer',
    waiting: 'Envoi des fichiers…',
  },

  versions: {
    label: (number, total) => `Version ${count(number)} sur ${count(total)}`,
    place: (number, total) => `${count(number)} / ${count(total)}`,
    previous: 'Version précédente',
    next: 'Version suivante',
  },

  delivery: {
    sending: 'Envoi…',
    failed: 'Non envoyé.',
  },

  code: {
    plain: 'Texte',
    block: (language) => `Code, ${language}`,
  },

  table: {
    label: 'Tableau',
  },

  footnote: {
    mark: (label) => `Note ${label}`,
    back: 'Revenir au texte',
  },

  task: {
    done: 'Fait',
    open: 'À faire',
  },

  image: {
    notLoaded: (description) => (description ? `Image : ${description}` : 'Image'),
  },

  empty: {
    title: 'Que voulez-vous savoir ?',
    subtitle: 'Demandez avec vos propres mots. La réponse s’affiche au fil de la rédaction, et elle est conservée.',
    examplesLabel: 'Exemples',
    examples,
    demoExamples,
  },

  demo: {
    label: 'À propos du modèle de démonstration',
    title: 'Ceci est la démo : intégrée, sans IA.',
    body: 'Elle écrit, mais ne sait rien.',
    howIntro: 'Indiquez ceci dans le fichier .env à côté de package.json, puis redémarrez le serveur :',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: 'votre clé, si le serveur en demande une' },
      { name: 'OPENAI_BASE_URL', meaning: 'l’adresse d’un serveur compatible avec OpenAI' },
      { name: 'OPENAI_MODELS', meaning: 'les modèles à proposer, séparés par des virgules' },
    ],
    howOutro: 'Les clés restent sur le serveur.',
    show: 'Comment connecter un vrai modèle',
    dismiss: 'Masquer',
  },

  connection: {
    offline: 'Vous êtes hors ligne. Ce que vous voyez est conservé ; la suite viendra avec le retour du réseau.',
    reconnecting: 'Connexion perdue. Reconnexion…',
    restored: 'De nouveau en ligne',
  },

  notFound: {
    conversationTitle: 'Cette conversation n’existe pas',
    conversationBody: 'Elle a peut-être été supprimée ou était éphémère, ou le lien est incomplet.',
    pageTitle: 'Cette page n’existe pas',
    pageBody: 'L’adresse est peut-être mal écrite.',
    action: 'Commencer une discussion',
  },

  errors: {
    unexpectedTitle: 'Un problème est survenu',
    unexpectedBody: 'Cette page a rencontré un problème. Vos conversations sont en sécurité sur le serveur.',
    reload: 'Recharger la page',
    conversationFailed: 'Impossible de charger la conversation.',
    renameFailed: 'Impossible de changer le titre.',
    deleteFailed: 'Impossible de supprimer la conversation.',
    restoreFailed: 'Impossible de rétablir la conversation.',
    filingFailed: 'Impossible d’enregistrer la modification.',
    stopFailed: 'Impossible d’arrêter la réponse.',
    sendQueuedFailed: 'Impossible d’envoyer le message en attente.',
    regenerateFailed: 'Impossible de lancer une nouvelle réponse.',
    continueFailed: 'Impossible de continuer la réponse.',
    chooseBranchFailed: 'Impossible d’afficher l’autre version.',
    ratingFailed: 'Impossible d’enregistrer l’évaluation.',
    undoFailed: 'Impossible de retirer la suite.',
    settingsFailed: 'Impossible d’enregistrer les réglages.',
    languageFailed: 'Impossible de charger la langue.',
    withReason: (what, why) => `${what} ${why}`,
  },

  theme: {
    label: 'Thème',
    light: 'Clair',
    dark: 'Sombre',
    system: 'Système',
    current: (name) => `Thème : ${name}`,
  },

  announce: {
    queued: 'En attente.',
    generating: 'Réponse en cours…',
    stopped: 'Réponse arrêtée.',
    interrupted: 'La réponse a été interrompue.',
    undone: 'La suite a été retirée.',
    completed: 'Réponse complète.',
    goesOn: 'La réponse continue ; la suite peut être lue dans la conversation.',
  },

  settings: {
    open: 'Réglages',
  },

  search: {
    open: 'Rechercher dans les messages',
  },

  keys: {
    control: 'Ctrl',
    shift: 'Maj',
    enter: 'Entrée',
    escape: 'Échap',
  },

  notifications: {
    label: 'Notifications',
  },

  documentTitle: (conversation) => (conversation ? `${conversation} · Livetype` : 'Livetype'),
}
