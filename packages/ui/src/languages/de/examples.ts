import type { Example } from '../../texts/examples.ts'

export const examples: readonly Example[] = [
  {
    title: 'Etwas erklären',
    detail: 'Warum der Himmel blau ist, für Zehnjährige',
    prompt: 'Erkläre einem zehnjährigen Kind, warum der Himmel blau ist.',
  },
  {
    title: 'Code schreiben',
    detail: 'Ein Debounce in TypeScript, mit Tests',
    prompt: 'Schreibe eine Debounce-Funktion in TypeScript, mit ein paar Tests.',
  },
  {
    title: 'Vergleichen',
    detail: 'SQLite und PostgreSQL, als Tabelle',
    prompt: 'Vergleiche SQLite und PostgreSQL für eine kleine Webanwendung, als Tabelle.',
  },
  {
    title: 'Planen',
    detail: 'Drei Tage in Lissabon zu Fuß',
    prompt: 'Plane drei Tage in Lissabon zu Fuß, mit Orten zum Essen.',
  },
]

export const demoExamples: readonly Example[] = [
  { title: 'Code zeigen', detail: 'Eine Antwort mit Codeblöcken', prompt: '/code' },
  { title: 'Eine Tabelle zeigen', detail: 'Eine Tabelle, Zeile für Zeile getippt', prompt: '/table' },
  { title: 'Erst nachdenken', detail: 'Gedanken, dann eine Antwort', prompt: '/think' },
  { title: 'Ausführlich schreiben', detail: 'Eine lange Antwort zum Scrollen, Stoppen und Verlassen', prompt: '/long' },
]
