import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const notices: LaterTexts['notices'] = {
  section: 'Notifications',
  label: 'Me prévenir quand une longue réponse est prête',
  hint: 'Sur cet appareil, quand la page n’est pas visible. Le titre de la discussion est donné, jamais son texte.',
  choices: { off: 'Non', on: 'Oui' },
  blocked:
    'Le navigateur bloque les notifications de cette page. Autorisez-les dans ses réglages pour ce site, puis choisissez Oui à nouveau.',
  unsupported: 'Ce navigateur ne peut pas afficher de notifications ici.',
  ready: 'La réponse est prête.',
  failed: 'La réponse n’a pas pu être terminée.',
}
