import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')

export const search: LaterTexts['search'] = {
  title: 'Buscar en los mensajes',
  placeholder: '¿Qué se dijo?',
  searching: 'Buscando…',
  syntax: [
    { example: 'tarta manzana', meaning: 'las dos palabras, en cualquier parte de un mensaje o título' },
    { example: '"tarta de manzana"', meaning: 'exactamente estas palabras, una tras otra' },
    { example: 'manz*', meaning: 'palabras que empiezan así' },
    { example: '-tarta', meaning: 'nada que tenga esta palabra' },
  ],
  none: 'No se ha encontrado nada.',
  noneHint: 'Con menos palabras, o solo con su comienzo, se encuentra más.',
  failed: 'La búsqueda no ha funcionado.',
  retry: 'Reintentar',
  foundMessages: (messages) =>
    `${count(messages)} ${plural(messages, { one: 'mensaje encontrado', other: 'mensajes encontrados' })}`,
  foundTitles: (titles) =>
    `${count(titles)} ${plural(titles, { one: 'título encontrado', other: 'títulos encontrados' })}`,
  limited: (messages) => `Hay más de ${count(messages)} mensajes con estas palabras. Se muestran los más recientes.`,
  more: (messages) => `${count(messages)} más en esta conversación`,
  moreFailed: 'No se han podido leer los demás. Reintentar',
  loadingMore: 'Buscando más…',
  nextFailed: 'No se han podido leer más.',
}
