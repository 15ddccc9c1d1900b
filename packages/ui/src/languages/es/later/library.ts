import { libraryLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')
const atMost = (limit: number) => `Escribe como máximo ${count(limit)} caracteres.`

export const library: LaterTexts['library'] = {
  title: 'Prompts y plantillas',
  tabs: { prompts: 'Prompts', presets: 'Plantillas' },
  intro: {
    prompts: 'Textos para volver a usar: escribe / en un mensaje vacío y luego el nombre.',
    presets: 'Formas de empezar: quién responde y cómo.',
  },
  search: { prompts: 'Buscar en los prompts', presets: 'Buscar en las plantillas' },
  found: (total) => `${count(total)} ${plural(total, { one: 'resultado', other: 'resultados' })}`,
  nothingFound: 'No se ha encontrado nada',
  add: { prompts: 'Nuevo prompt', presets: 'Nueva plantilla' },
  edit: { prompts: 'Editar el prompt', presets: 'Editar la plantilla' },
  empty: { prompts: 'Aún no hay prompts.', presets: 'Aún no hay plantillas.' },
  begin: 'Empezar con un ejemplo',
  actionsFor: { prompts: (name) => `Acciones para el prompt «${name}»` },
  deleted: (name) => `«${name}» se ha eliminado.`,
  moved: (name, place, total) => `«${name}» está en el lugar ${count(place)} de ${count(total)}.`,
  failed: 'No se ha podido guardar el cambio.',
  changedElsewhere: 'Entretanto se ha cambiado en otra pestaña. Al guardar, se sustituirá.',
  deletedElsewhere: 'Entretanto se ha eliminado en otra pestaña. Al guardar, volverá.',
  unsaved: 'Lo que has escrito aún no se ha guardado.',
  keepWriting: 'Seguir escribiendo',
  discard: 'Descartar',

  promptTitle: 'Título',
  promptName: 'Nombre tras la barra',
  promptNameHint: (name) => `Se escribe /${name} en un mensaje vacío.`,
  promptBody: 'Texto',
  promptBodyHint:
    'Escribe {{tema}} donde haya que completar algo cada vez, o {{tono=amable}} con un valor por defecto.',
  asksFor: (names) => `Pregunta por: ${names}`,
  withDefault: (name, value) => `${name} (${value})`,
  presetName: 'Nombre',
  icon: 'Icono',
  icons: {
    sparkles: 'Destellos',
    bot: 'Robot',
    brain: 'Cerebro',
    'book-open': 'Libro',
    code: 'Código',
    'flask-conical': 'Matraz',
    'graduation-cap': 'Birrete',
    languages: 'Idiomas',
    lightbulb: 'Bombilla',
    'message-circle': 'Bocadillo',
    'pen-line': 'Bolígrafo',
    scale: 'Balanza',
  },
  model: 'Modelo',
  modelHint: 'Quién responde en un chat que empieza así.',
  anyModel: 'El que esté elegido',
  goneModel: (id) => `${id} (no disponible por ahora)`,
  wrong: {
    nameMissing: 'Escribe un nombre.',
    nameForm: 'Escribe solo minúsculas, cifras y «-», por ejemplo code-review.',
    nameTooLong: atMost(libraryLimits.promptName),
    nameTaken: 'Otro prompt ya tiene este nombre. Elige otro.',
    titleTooLong: atMost(libraryLimits.promptTitle),
    bodyMissing: 'Escribe el texto que se insertará.',
    bodyTooLong: atMost(libraryLimits.promptBody),
    presetNameTooLong: atMost(libraryLimits.presetName),
  },

  examplePrompt: {
    title: 'Explicar con sencillez',
    name: 'explicar',
    body: 'Explica {{tema}} a {{lector=un niño curioso de diez años}}, con un ejemplo de la vida diaria.',
  },
  examplePreset: {
    name: 'Corrección cuidadosa',
    systemPrompt:
      'Corriges textos. Mejora la ortografía y la gramática, conserva la voz del autor y enumera debajo del texto lo que has cambiado.',
  },
}
