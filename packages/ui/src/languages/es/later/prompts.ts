import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')

export const prompts: LaterTexts['prompts'] = {
  list: 'Prompts',
  found: (total) => `${count(total)} ${plural(total, { one: 'prompt', other: 'prompts' })}`,
  manage: 'Gestionar los prompts…',
  fillIntro: 'Lo que escribas aquí irá en el texto. Intro continúa, Mayús+Intro empieza otra línea.',
  preview: 'Vista previa',
  empty: (name) => `[${name}]`,
  insert: 'Insertar',
}
