import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const notices: LaterTexts['notices'] = {
  section: 'Notificaciones',
  label: 'Avisarme cuando una respuesta larga esté lista',
  hint: 'En este dispositivo, mientras la página no esté a la vista. Dice el título del chat, nunca su texto.',
  choices: { off: 'No', on: 'Sí' },
  blocked:
    'El navegador bloquea las notificaciones de esta página. Permítelas en sus ajustes para este sitio y vuelve a elegir Sí.',
  unsupported: 'Este navegador no puede mostrar notificaciones aquí.',
  ready: 'La respuesta está lista.',
  failed: 'No se ha podido completar la respuesta.',
}
