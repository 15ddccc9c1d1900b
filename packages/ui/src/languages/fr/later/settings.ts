import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const settings: LaterTexts['settings'] = {
  title: 'Réglages',
  appearance: 'Apparence',
  density: 'Densité',
  densities: { comfortable: 'Aérée', compact: 'Compacte' },
  language: 'Langue',
  systemLanguage: (name) => `Comme le navigateur (${name})`,
  writing: 'Écriture',
  sendKey: 'Envoyer avec',
  sendKeyHint: (modifier) => `Avec ${modifier}+Entrée, Entrée seule passe à la ligne.`,
  replies: 'Réponses',
  typing: 'Affichage',
  typings: { smooth: 'Régulier', raw: 'Au fil de l’eau' },
  typingHint:
    'Régulier écrit à un rythme égal ; si vous préférez moins de mouvement, le texte s’affiche toujours dès qu’il arrive.',
  lineNumbers: 'Numéros de ligne dans le code',
  lineNumberings: { off: 'Non', on: 'Oui' },
  announcement: 'Les lecteurs d’écran disent',
  announcements: {
    full: 'Toute la réponse',
    sentences: 'Chaque phrase dès qu’elle arrive',
    brief: 'Qu’elle est complète',
  },
  data: 'Vos données',
  dataLabel: 'Exporter et importer',
  dataHint: 'Emportez vos conversations, ou apportez-en d’ailleurs.',
  usageLabel: 'Consommation',
  usageHint: 'Jetons, réponses et coût, par jour et par modèle.',
  usageOpen: 'Afficher la consommation',
  dataOpen: 'Ouvrir',
}
