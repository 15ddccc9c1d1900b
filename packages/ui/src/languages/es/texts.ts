import type { Texts } from '../../texts/texts.ts'
import { numberIn, pluralIn } from '../plural.ts'
import { demoExamples, examples } from './examples.ts'

const count = numberIn('es')
const plural = pluralIn('es')

/** Un número y lo que cuenta, concordados. */
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'conversación', other: 'conversaciones' })}`
const characters = (total: number) => `${count(total)} ${plural(total, { one: 'carácter', other: 'caracteres' })}`

/** @see ../../texts/texts.ts */
export const texts: Texts = {
  app: {
    name: 'Livetype',
    skipToComposer: 'Ir al cuadro de mensaje',
  },

  sidebar: {
    label: 'Conversaciones',
    newConversation: 'Nuevo chat',
    open: 'Mostrar la barra lateral',
    close: 'Ocultar la barra lateral',
    empty: 'Aún no hay conversaciones',
    emptyHint: 'Lo que preguntes se guardará aquí.',
    loading: 'Cargando las conversaciones…',
    failed: 'No se han podido cargar las conversaciones.',
    untitled: 'Sin título',
    running: 'Respuesta en curso',
    actionsFor: (title) => `Acciones para «${title}»`,
    rename: 'Cambiar el nombre',
    renameLabel: 'Título de la conversación',
    copyMarkdown: 'Copiar como Markdown',
    exportMarkdown: 'Exportar como Markdown',
    exportJson: 'Exportar como JSON',
    delete: 'Eliminar',
    deleted: (title) => `«${title}» eliminada`,
    deletedMany: (total) => `${conversations(total)} ${plural(total, { one: 'eliminada', other: 'eliminadas' })}`,
    pin: 'Fijar',
    unpin: 'Dejar de fijar',
    archive: 'Archivar',
    archived: (title) => `«${title}» archivada`,
    archivedMany: (total) => `${conversations(total)} ${plural(total, { one: 'archivada', other: 'archivadas' })}`,
    unarchive: 'Sacar del archivo',
    unarchived: (title) => `Sacada del archivo: «${title}»`,
    unarchivedMany: (total) =>
      `${conversations(total)} ${plural(total, { one: 'sacada', other: 'sacadas' })} del archivo`,
    share: 'Compartir…',
    undo: 'Deshacer',
    pinned: 'Fijadas',
    today: 'Hoy',
    yesterday: 'Ayer',
    lastWeek: 'Últimos 7 días',
    lastMonth: 'Últimos 30 días',
    loadingOlder: 'Cargando conversaciones anteriores…',
    olderFailed: 'No se han podido cargar las conversaciones anteriores.',
    listMenu: 'Qué muestra la lista',
    select: 'Seleccionar conversaciones',
    showAll: 'Todas las conversaciones',
    showArchived: 'Conversaciones archivadas',
    emptyArchive: 'El archivo está vacío.',
    tags: (names) => `Etiquetas: ${names}`,
    showTag: (name) => `Etiqueta «${name}»`,
    emptyTag: 'Ninguna conversación tiene esta etiqueta.',
    editTags: 'Etiquetas…',
    leaveFilter: 'Mostrar todas las conversaciones',
  },

  temporary: {
    title: 'Chat temporal',
    hint: 'Este chat no está en ninguna lista ni búsqueda. Se elimina para siempre una hora después de que lo dejes.',
    keep: 'Conservar este chat',
    kept: 'Este chat se conserva.',
    keepFailed: 'No se ha podido conservar el chat.',
  },

  models: {
    label: 'Modelo',
    current: (name) => `Modelo: ${name}`,
    loading: 'Cargando los modelos…',
    failed: 'No se han podido cargar los modelos.',
    compare: 'Comparar modelos',
  },

  composer: {
    label: 'Mensaje',
    placeholder: 'Pregunta lo que quieras',
    send: 'Enviar',
    sendWhenUploaded: 'Se enviará cuando lleguen los archivos. Pulsa otra vez para no esperar más.',
    attach: 'Adjuntar archivos',
    stop: 'Detener',
    hint: 'Intro envía, Mayús+Intro empieza otra línea',
    hintWithModifier: (key) => `${key}+Intro envía, Intro empieza otra línea`,
    queue: 'Enviar cuando termine la respuesta',
    queueHint: 'Intro envía tras la respuesta, Mayús+Intro empieza otra línea',
    queueHintWithModifier: (key) => `${key}+Intro envía tras la respuesta, Intro empieza otra línea`,
    nearLimit: 'Este mensaje está cerca de la longitud máxima.',
    overLimit: 'Este mensaje es demasiado largo para enviarlo.',
    tooLong: (excess) => `${characters(excess)} de más`,
    remaining: (rest) => `${plural(rest, { one: 'Queda', other: 'Quedan' })} ${characters(rest)}`,
  },

  presets: {
    title: 'Tus plantillas',
    actionsFor: (name) => `Acciones para la plantilla «${name}»`,
    edit: 'Editar',
    duplicate: 'Duplicar',
    copyOf: (name) => `${name} (copia)`,
    moveUp: 'Subir',
    moveDown: 'Bajar',
    delete: 'Eliminar',
    deleted: (name) => `Plantilla «${name}» eliminada`,
    failed: 'No se han podido cambiar las plantillas.',
  },

  library: {
    open: 'Prompts y plantillas',
  },

  configuration: {
    open: 'Ajustes de la conversación',
    openSet: 'Ajustes de la conversación (cambiados)',
    failed: 'No se han podido guardar los ajustes.',
  },

  attachments: {
    label: 'Archivos adjuntos',
    view: (name) => `Ver ${name}`,
    download: (name) => `Descargar ${name}`,
    about: (kind, size) => `${kind} · ${size}`,
    kilobytes: (kilobytes) => `${count(kilobytes)} kB`,
    megabytes: (megabytes) => `${count(megabytes)} MB`,
  },

  transcript: {
    label: 'Mensajes',
    loading: 'Cargando la conversación…',
    jumpToLatest: 'Ir al final',
    you: 'Tú',
    assistant: 'Asistente',
  },

  activity: {
    sending: 'Enviando…',
    queued: 'En cola: empieza cuando termine otra respuesta',
    waitingFor: (model) => `Esperando a ${model}…`,
    thinking: 'Pensando…',
    writing: 'Escribiendo…',
    reconnecting: 'Volviendo a conectar…',
  },

  reasoning: {
    open: 'Pensando…',
    openFor: (duration) => `Pensando… ${duration}`,
    closed: 'Razonamiento',
    closedSoon: 'Ha pensado un momento',
    closedFor: (duration) => `Ha pensado durante ${duration}`,
  },

  duration: {
    seconds: (seconds) => `${count(seconds)} s`,
    minutes: (minutes, seconds) => `${count(minutes)} min ${count(seconds)} s`,
  },

  marks: {
    completed: 'Completa',
    stopped: 'Detenida',
    failed: 'Fallida',
    interrupted: 'Interrumpida',
    interruptedHint: 'El servidor se cerró mientras se escribía esta respuesta. Lo que había llegado se ha conservado.',
    failedFallback: 'No se ha podido completar la respuesta.',
  },

  actions: {
    copy: 'Copiar',
    copyCode: 'Copiar el código',
    copied: 'Copiado',
    copyFailed: 'No se ha podido copiar',
    edit: 'Editar',
    regenerate: 'Volver a responder',
    againWith: 'Responder con otro modelo',
    continue: 'Continuar',
    undoContinue: 'Quitar la continuación',
    retry: 'Reintentar',
    discard: 'Descartar',
    cancel: 'Cancelar',
    dismiss: 'Ocultar',
    details: 'Detalles',
    close: 'Cerrar',
  },

  rating: {
    up: 'Buena respuesta',
    down: 'Mala respuesta',
    given: { up: 'Valorada como buena.', down: 'Valorada como mala.' },
    takenBack: 'Se ha quitado la valoración.',
  },

  edit: {
    label: 'Editar el mensaje',
    send: 'Enviar',
    waiting: 'Subiendo…',
  },

  versions: {
    label: (number, total) => `Versión ${count(number)} de ${count(total)}`,
    place: (number, total) => `${count(number)} / ${count(total)}`,
    previous: 'Versión anterior',
    next: 'Versión siguiente',
  },

  delivery: {
    sending: 'Enviando…',
    failed: 'No enviado.',
  },

  code: {
    plain: 'Texto',
    block: (language) => `Código, ${language}`,
  },

  table: {
    label: 'Tabla',
  },

  footnote: {
    mark: (label) => `Nota ${label}`,
    back: 'Volver al texto',
  },

  task: {
    done: 'Hecho',
    open: 'Pendiente',
  },

  image: {
    notLoaded: (description) => (description ? `Imagen: ${description}` : 'Imagen'),
  },

  empty: {
    title: '¿Qué te gustaría saber?',
    subtitle: 'Pregunta con tus propias palabras. La respuesta aparece mientras se escribe, y se conserva.',
    examplesLabel: 'Ejemplos',
    examples,
    demoExamples,
  },

  demo: {
    label: 'Sobre el modelo de demostración',
    title: 'Esta es la demo: integrada, sin IA.',
    body: 'Escribe, pero no sabe nada.',
    howIntro: 'Pon esto en el archivo .env que está junto a package.json y reinicia el servidor:',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: 'tu clave, si el servidor pide una' },
      { name: 'OPENAI_BASE_URL', meaning: 'la dirección de un servidor compatible con OpenAI' },
      { name: 'OPENAI_MODELS', meaning: 'los modelos que se ofrecen, separados por comas' },
    ],
    howOutro: 'Las claves se quedan en el servidor.',
    show: 'Cómo conectar un modelo de verdad',
    dismiss: 'Ocultar',
  },

  connection: {
    offline: 'No tienes conexión. Lo que ves se conserva; seguirá cuando vuelva la red.',
    reconnecting: 'Se ha perdido la conexión. Volviendo a conectar…',
    restored: 'Conexión recuperada',
  },

  notFound: {
    conversationTitle: 'Esta conversación no existe',
    conversationBody: 'Puede que se haya eliminado o que fuera temporal, o que el enlace esté incompleto.',
    pageTitle: 'Esta página no existe',
    pageBody: 'Puede que la dirección esté mal escrita.',
    action: 'Empezar un chat nuevo',
  },

  errors: {
    unexpectedTitle: 'Algo ha salido mal',
    unexpectedBody: 'Ha habido un problema en esta página. Tus conversaciones están a salvo en el servidor.',
    reload: 'Recargar la página',
    conversationFailed: 'No se ha podido cargar la conversación.',
    renameFailed: 'No se ha podido cambiar el título.',
    deleteFailed: 'No se ha podido eliminar la conversación.',
    restoreFailed: 'No se ha podido restaurar la conversación.',
    filingFailed: 'No se ha podido guardar el cambio.',
    stopFailed: 'No se ha podido detener la respuesta.',
    sendQueuedFailed: 'No se ha podido enviar el mensaje en cola.',
    regenerateFailed: 'No se ha podido empezar otra respuesta.',
    continueFailed: 'No se ha podido continuar la respuesta.',
    chooseBranchFailed: 'No se ha podido mostrar la otra versión.',
    ratingFailed: 'No se ha podido guardar la valoración.',
    undoFailed: 'No se ha podido quitar la continuación.',
    settingsFailed: 'No se han podido guardar los ajustes.',
    languageFailed: 'No se ha podido cargar el idioma.',
    withReason: (what, why) => `${what} ${why}`,
  },

  theme: {
    label: 'Tema',
    light: 'Claro',
    dark: 'Oscuro',
    system: 'Sistema',
    current: (name) => `Tema: ${name}`,
  },

  announce: {
    queued: 'En cola.',
    generating: 'Generando la respuesta…',
    stopped: 'Respuesta detenida.',
    interrupted: 'La respuesta se ha interrumpido.',
    undone: 'Se ha quitado la continuación.',
    completed: 'Respuesta completa.',
    goesOn: 'La respuesta continúa; el resto se puede leer en la conversación.',
  },

  settings: {
    open: 'Ajustes',
  },

  search: {
    open: 'Buscar en los mensajes',
  },

  keys: {
    control: 'Ctrl',
    shift: 'Mayús',
    enter: 'Intro',
    escape: 'Esc',
  },

  notifications: {
    label: 'Notificaciones',
  },

  documentTitle: (conversation) => (conversation ? `${conversation} · Livetype` : 'Livetype'),
}
