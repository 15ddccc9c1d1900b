import type { Example } from '../../texts/examples.ts'

export const examples: readonly Example[] = [
  {
    title: 'Explicar algo',
    detail: 'Por qué el cielo es azul, para niños de diez años',
    prompt: 'Explícale a un niño de diez años por qué el cielo es azul.',
  },
  {
    title: 'Escribir código',
    detail: 'Un debounce en TypeScript, con pruebas',
    prompt: 'Escribe una función debounce en TypeScript, con algunas pruebas.',
  },
  {
    title: 'Comparar',
    detail: 'SQLite y PostgreSQL, en una tabla',
    prompt: 'Compara SQLite y PostgreSQL para una aplicación web pequeña, en una tabla.',
  },
  {
    title: 'Planear',
    detail: 'Tres días en Lisboa a pie',
    prompt: 'Planea tres días en Lisboa a pie, con sitios para comer.',
  },
]

export const demoExamples: readonly Example[] = [
  { title: 'Mostrar código', detail: 'Una respuesta con bloques de código', prompt: '/code' },
  { title: 'Mostrar una tabla', detail: 'Una tabla que se escribe fila a fila', prompt: '/table' },
  { title: 'Pensar primero', detail: 'Un razonamiento y luego una respuesta', prompt: '/think' },
  { title: 'Escribir por extenso', detail: 'Una respuesta larga para desplazarse, detener y dejar', prompt: '/long' },
]
