import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'conversación', other: 'conversaciones' })}`

export const selecting: LaterTexts['selecting'] = {
  label: 'Conversaciones seleccionadas',
  selected: (total) => `${count(total)} ${plural(total, { one: 'seleccionada', other: 'seleccionadas' })}`,
  all: 'Seleccionar todas las cargadas',
  tags: 'Etiquetas…',
  leave: 'Dejar de seleccionar',
}

export const tags: LaterTexts['tags'] = {
  title: (title) => `Etiquetas de «${title}»`,
  titleMany: (total) => `Etiquetas de ${conversations(total)}`,
  field: 'Añadir una etiqueta',
  hint: 'Intro o una coma la añade. Retroceso en el campo vacío quita la última.',
  partial: 'Una etiqueta con línea discontinua está solo en algunas. Añádela para que esté en todas.',
  suggestions: 'Etiquetas en uso',
  remove: (name) => `Quitar la etiqueta ${name}`,
  onSome: (name) => `${name} (en algunas)`,
  added: (name) => `Etiqueta ${name} añadida.`,
  removed: (name) => `Etiqueta ${name} quitada.`,
  tooLong: (most) => `Una etiqueta puede tener hasta ${count(most)} caracteres.`,
  tooMany: (most) => `Aquí caben hasta ${count(most)} etiquetas.`,
  save: 'Guardar',
  changed: (title) => `Etiquetas de «${title}» cambiadas`,
  changedMany: (total) => `Etiquetas de ${conversations(total)} cambiadas`,
}
