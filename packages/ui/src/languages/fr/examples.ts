import type { Example } from '../../texts/examples.ts'

export const examples: readonly Example[] = [
  {
    title: 'Expliquer quelque chose',
    detail: 'Pourquoi le ciel est bleu, pour un enfant',
    prompt: 'Expliquez à un enfant de dix ans pourquoi le ciel est bleu.',
  },
  {
    title: 'Écrire du code',
    detail: 'Un debounce en TypeScript, avec des tests',
    prompt: 'Écrivez une fonction debounce en TypeScript, avec quelques tests.',
  },
  {
    title: 'Comparer',
    detail: 'SQLite et PostgreSQL, dans un tableau',
    prompt: 'Comparez SQLite et PostgreSQL pour une petite application web, sous forme de tableau.',
  },
  {
    title: 'Planifier',
    detail: 'Trois jours à Lisbonne à pied',
    prompt: 'Planifiez trois jours à Lisbonne à pied, avec des endroits où manger.',
  },
]

export const demoExamples: readonly Example[] = [
  { title: 'Montrer du code', detail: 'Une réponse avec des blocs de code', prompt: '/code' },
  { title: 'Montrer un tableau', detail: 'Un tableau qui s’écrit ligne par ligne', prompt: '/table' },
  { title: 'Réfléchir d’abord', detail: 'Un raisonnement, puis une réponse', prompt: '/think' },
  { title: 'Écrire longuement', detail: 'Une longue réponse à parcourir, arrêter et quitter', prompt: '/long' },
]
