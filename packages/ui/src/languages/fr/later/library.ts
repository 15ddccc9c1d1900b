import { libraryLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')
const atMost = (limit: number) => `Écrivez ${count(limit)} caractères au plus.`

export const library: LaterTexts['library'] = {
  title: 'Prompts et préréglages',
  tabs: { prompts: 'Prompts', presets: 'Préréglages' },
  intro: {
    prompts: 'Des textes à réutiliser : tapez / dans un message vide, puis le nom.',
    presets: 'Des façons de commencer : qui répond, et comment.',
  },
  search: { prompts: 'Rechercher dans les prompts', presets: 'Rechercher dans les préréglages' },
  found: (total) => `${count(total)} ${plural(total, { one: 'résultat', other: 'résultats' })}`,
  nothingFound: 'Aucun résultat',
  add: { prompts: 'Nouveau prompt', presets: 'Nouveau préréglage' },
  edit: { prompts: 'Modifier le prompt', presets: 'Modifier le préréglage' },
  empty: { prompts: 'Il n’y a pas encore de prompts.', presets: 'Il n’y a pas encore de préréglages.' },
  begin: 'Commencer par un exemple',
  actionsFor: { prompts: (name) => `Actions pour le prompt « ${name} »` },
  deleted: (name) => `« ${name} » supprimé.`,
  moved: (name, place, total) => `« ${name} » est à la place ${count(place)} sur ${count(total)}.`,
  failed: 'Impossible d’enregistrer la modification.',
  changedElsewhere: 'Modifié entre-temps dans un autre onglet. Enregistrer remplacera cela.',
  deletedElsewhere: 'Supprimé entre-temps dans un autre onglet. Enregistrer le rétablira.',
  unsaved: 'Ce que vous avez écrit n’est pas encore enregistré.',
  keepWriting: 'Continuer à écrire',
  discard: 'Abandonner',

  promptTitle: 'Titre',
  promptName: 'Nom après la barre oblique',
  promptNameHint: (name) => `Dans un message vide, tapez /${name}.`,
  promptBody: 'Texte',
  promptBodyHint:
    'Écrivez {{sujet}} là où il faut compléter chaque fois, ou {{ton=amical}} avec une valeur par défaut.',
  asksFor: (names) => `Demande : ${names}`,
  withDefault: (name, value) => `${name} (${value})`,
  presetName: 'Nom',
  icon: 'Icône',
  icons: {
    sparkles: 'Étincelles',
    bot: 'Robot',
    brain: 'Cerveau',
    'book-open': 'Livre',
    code: 'Code',
    'flask-conical': 'Fiole',
    'graduation-cap': 'Chapeau de diplômé',
    languages: 'Langues',
    lightbulb: 'Ampoule',
    'message-circle': 'Bulle',
    'pen-line': 'Stylo',
    scale: 'Balance',
  },
  model: 'Modèle',
  modelHint: 'Qui répond dans une discussion qui commence ainsi.',
  anyModel: 'Celui qui est choisi',
  goneModel: (id) => `${id} (non proposé pour l’instant)`,
  wrong: {
    nameMissing: 'Écrivez un nom.',
    nameForm: 'Écrivez seulement des minuscules, des chiffres et « - », par exemple code-review.',
    nameTooLong: atMost(libraryLimits.promptName),
    nameTaken: 'Un autre prompt porte déjà ce nom. Choisissez-en un autre.',
    titleTooLong: atMost(libraryLimits.promptTitle),
    bodyMissing: 'Écrivez le texte à insérer.',
    bodyTooLong: atMost(libraryLimits.promptBody),
    presetNameTooLong: atMost(libraryLimits.presetName),
  },

  examplePrompt: {
    title: 'Expliquer simplement',
    name: 'expliquer',
    body: 'Expliquez {{sujet}} à {{lecteur=un enfant curieux de dix ans}}, avec un exemple de la vie quotidienne.',
  },
  examplePreset: {
    name: 'Relecture attentive',
    systemPrompt:
      'Vous relisez des textes. Corrigez l’orthographe et la grammaire, gardez la voix de l’auteur, et indiquez sous le texte ce que vous avez changé.',
  },
}
