import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')

export const queue: LaterTexts['queue'] = {
  label: 'Messages en attente',
  waiting: (total) =>
    total === 1
      ? 'Partira quand la réponse sera terminée'
      : `${count(total)} messages partiront tour à tour, après la réponse`,
  held: {
    stopped: 'Attend votre décision, car la réponse a été arrêtée.',
    failed: 'Attend votre décision, car la réponse a échoué.',
    interrupted: 'Attend votre décision, car le serveur s’est arrêté pendant la réponse.',
    refused: (reason) => `Attend votre décision, car l’envoi n’a pas été possible. ${reason}`,
  },
  sending: 'En route vers la file d’attente…',
  attachmentsAlone: (names) => `Joint : ${names}`,
  attached: (total) => plural(total, { one: `${count(total)} pièce jointe`, other: `${count(total)} pièces jointes` }),
  edit: (name) => `Modifier le message en attente « ${name} »`,
  editLabel: 'Modifier le message en attente',
  save: 'Enregistrer',
  remove: (name) => `Retirer le message en attente « ${name} »`,
  sendNow: 'Envoyer maintenant',
  sendNowOf: (name) => `Envoyer maintenant : « ${name} »`,
  stopAndSend: 'Arrêter la réponse et envoyer maintenant',
  stopAndSendOf: (name) => `Arrêter la réponse et envoyer maintenant : « ${name} »`,
  retry: (name) => `Remettre en attente : « ${name} »`,
  failed: (reason) => `Ce message n’a pas pu être mis en attente. ${reason}`,
  news: {
    queued: (name) => `Mis en attente : « ${name} »`,
    sent: (name) => `Envoyé depuis la file d’attente : « ${name} »`,
    removed: (name) => `Retiré de la file d’attente : « ${name} »`,
    changed: (name) => `Modifié dans la file d’attente : « ${name} »`,
  },
  editFailed: 'Impossible de modifier le message en attente.',
  removeFailed: 'Impossible de retirer le message en attente.',
  goneTitle: 'Le message en attente est déjà parti',
  goneBody: 'Ce que vous étiez en train de modifier est dans la zone de saisie.',
}
