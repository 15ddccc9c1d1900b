import { libraryLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')
const atMost = (limit: number) => `Schreibe höchstens ${count(limit)} Zeichen.`

export const library: LaterTexts['library'] = {
  title: 'Prompts und Vorlagen',
  tabs: { prompts: 'Prompts', presets: 'Vorlagen' },
  intro: {
    prompts: 'Texte zum Wiederverwenden: Tippe / in eine leere Nachricht, dann den Namen.',
    presets: 'Wie ein Chat beginnt: wer antwortet, und auf welche Art.',
  },
  search: { prompts: 'Prompts durchsuchen', presets: 'Vorlagen durchsuchen' },
  found: (total) => `${count(total)} Treffer`,
  nothingFound: 'Nichts gefunden',
  add: { prompts: 'Neuer Prompt', presets: 'Neue Vorlage' },
  edit: { prompts: 'Prompt bearbeiten', presets: 'Vorlage bearbeiten' },
  empty: { prompts: 'Noch gibt es keine Prompts.', presets: 'Noch gibt es keine Vorlagen.' },
  begin: 'Mit einem Beispiel beginnen',
  actionsFor: { prompts: (name) => `Aktionen für den Prompt „${name}“` },
  deleted: (name) => `„${name}“ gelöscht.`,
  moved: (name, place, total) => `„${name}“ steht an Stelle ${count(place)} von ${count(total)}.`,
  failed: 'Die Änderung konnte nicht gespeichert werden.',
  changedElsewhere: 'Inzwischen in einem anderen Tab geändert. Speichern ersetzt das.',
  deletedElsewhere: 'Inzwischen in einem anderen Tab gelöscht. Speichern bringt es zurück.',
  unsaved: 'Was du geschrieben hast, ist noch nicht gespeichert.',
  keepWriting: 'Weiterschreiben',
  discard: 'Verwerfen',

  promptTitle: 'Titel',
  promptName: 'Name nach dem Schrägstrich',
  promptNameHint: (name) => `In einer leeren Nachricht: /${name}`,
  promptBody: 'Text',
  promptBodyHint: 'Schreibe {{thema}}, wo jedes Mal etwas einzusetzen ist, oder {{ton=freundlich}} mit einem Standard.',
  asksFor: (names) => `Fragt nach: ${names}`,
  withDefault: (name, value) => `${name} (${value})`,
  presetName: 'Name',
  icon: 'Symbol',
  icons: {
    sparkles: 'Funkeln',
    bot: 'Roboter',
    brain: 'Gehirn',
    'book-open': 'Buch',
    code: 'Code',
    'flask-conical': 'Kolben',
    'graduation-cap': 'Doktorhut',
    languages: 'Sprachen',
    lightbulb: 'Glühbirne',
    'message-circle': 'Sprechblase',
    'pen-line': 'Stift',
    scale: 'Waage',
  },
  model: 'Modell',
  modelHint: 'Wer in einem Chat antwortet, der damit beginnt.',
  anyModel: 'Das gerade gewählte',
  goneModel: (id) => `${id} (zurzeit nicht angeboten)`,
  wrong: {
    nameMissing: 'Schreibe einen Namen.',
    nameForm: 'Schreibe nur Kleinbuchstaben, Ziffern und „-“, etwa code-review.',
    nameTooLong: atMost(libraryLimits.promptName),
    nameTaken: 'So heißt schon ein anderer Prompt. Wähle einen anderen Namen.',
    titleTooLong: atMost(libraryLimits.promptTitle),
    bodyMissing: 'Schreibe den Text, der eingefügt werden soll.',
    bodyTooLong: atMost(libraryLimits.promptBody),
    presetNameTooLong: atMost(libraryLimits.presetName),
  },

  examplePrompt: {
    title: 'Einfach erklären',
    name: 'erklaere',
    body: 'Erkläre {{thema}} für {{leser=ein neugieriges zehnjähriges Kind}}, mit einem Beispiel aus dem Alltag.',
  },
  examplePreset: {
    name: 'Sorgfältiges Lektorat',
    systemPrompt:
      'Du lektorierst Texte. Verbessere Rechtschreibung und Grammatik, bewahre die Stimme der Autorin oder des Autors, und liste unter dem Text auf, was du geändert hast.',
  },
}
