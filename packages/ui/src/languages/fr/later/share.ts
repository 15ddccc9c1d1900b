import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('fr')

export const share: LaterTexts['share'] = {
  title: 'Partager une copie',
  intro:
    'Un lien montre cette conversation telle qu’elle est maintenant, en lecture seule. Ce qui sera dit ensuite n’y figure pas tant que vous ne mettez pas le lien à jour.',
  who: 'Toute personne qui a le lien et peut joindre ce serveur peut la lire et la transmettre. Elle voit le titre, les messages, les réflexions des modèles, ainsi que les images et fichiers joints. Votre identité n’y figure pas, sauf si vous l’avez écrite.',
  branches: 'Montrer toutes les versions des messages',
  branchesHint: 'Sinon, seulement celles que vous voyez.',
  systemPrompt: 'Montrer les instructions système',
  systemPromptHint: 'Celles de cette conversation, s’il y en a.',
  create: 'Créer un lien',
  creating: 'Création…',
  links: 'Liens vers cette conversation',
  none: 'Il n’y a pas encore de liens.',
  link: (number) => `Lien ${count(number)}`,
  copyOf: (time) => `Copie du ${time}`,
  withBranches: 'toutes les versions',
  withSystemPrompt: 'instructions système',
  copyLink: (number) => `Copier le lien ${count(number)}`,
  update: 'Mettre à jour',
  updateOf: (number) => `Mettre le lien ${count(number)} à jour avec la conversation actuelle`,
  revoke: 'Révoquer',
  revokeOf: (number) => `Révoquer le lien ${count(number)}`,
  created: 'Le lien est prêt.',
  updated: 'Le lien montre la conversation telle qu’elle est maintenant.',
  revoked: 'Le lien a été révoqué. Il ne montre plus rien.',
  loading: 'Chargement des liens…',
  failed: 'Cela n’a pas fonctionné.',
  page: {
    note: (time) => `Copie d’une conversation, partagée le ${time}. En lecture seule.`,
    systemPrompt: 'Instructions système',
    loading: 'Chargement…',
    missingTitle: 'Ce lien ne montre rien',
    missingBody:
      'Il a peut-être été révoqué, ou il est incomplet. Demandez-en un autre à la personne qui vous l’a donné.',
    failedTitle: 'Impossible de charger ceci',
    retry: 'Réessayer',
    messages: 'Messages',
  },
}
