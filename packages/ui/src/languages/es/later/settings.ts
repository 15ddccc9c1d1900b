import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const settings: LaterTexts['settings'] = {
  title: 'Ajustes',
  appearance: 'Apariencia',
  density: 'Densidad',
  densities: { comfortable: 'Amplia', compact: 'Compacta' },
  language: 'Idioma',
  systemLanguage: (name) => `Como el navegador (${name})`,
  writing: 'Escritura',
  sendKey: 'Enviar con',
  sendKeyHint: (modifier) => `Con ${modifier}+Intro, Intro solo empieza otra línea.`,
  replies: 'Respuestas',
  typing: 'Aparición del texto',
  typings: { smooth: 'Fluida', raw: 'Según llega' },
  typingHint:
    'Fluida escribe a un ritmo constante; si prefieres menos movimiento, el texto se muestra siempre según llega.',
  lineNumbers: 'Números de línea en el código',
  lineNumberings: { off: 'No', on: 'Sí' },
  announcement: 'Los lectores de pantalla dicen',
  announcements: { full: 'La respuesta entera', sentences: 'Cada frase en cuanto llega', brief: 'Que está completa' },
  data: 'Tus datos',
  dataLabel: 'Exportar e importar',
  dataHint: 'Llévate tus conversaciones, o tráelas de otro sitio.',
  usageLabel: 'Consumo',
  usageHint: 'Tokens, respuestas y coste, por día y por modelo.',
  usageOpen: 'Mostrar el consumo',
  dataOpen: 'Abrir',
}
