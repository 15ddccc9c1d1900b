import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'conversation', other: 'conversations' })}`
const messages = (total: number) => `${count(total)} ${plural(total, { one: 'message', other: 'messages' })}`

export const data: LaterTexts['data'] = {
  title: 'Vos données',
  exportTitle: 'Exporter',
  exportHint:
    'Toutes vos conversations dans un seul fichier. Le JSON contient tout et peut être réimporté ; le Markdown est fait pour être lu.',
  exportNote: 'Les images et fichiers joints sont dans le JSON ; le Markdown ne donne que leur nom.',
  exportJson: 'Tout exporter en JSON',
  exportMarkdown: 'Tout exporter en Markdown',
  importTitle: 'Importer',
  importHint:
    'Un export de Livetype, le fichier conversations.json de ChatGPT ou un export d’Open WebUI. Ce qui est déjà ici ne change pas : rien n’est doublé.',
  choose: 'Choisir un fichier',
  chooseAnother: 'Choisir un autre fichier',
  orDrop: 'ou déposez-le ici',
  drop: 'Déposez un fichier pour l’importer',
  dropHint: 'De Livetype, ChatGPT ou Open WebUI',
  one: 'Un fichier à la fois : le premier est importé.',
  running: (name) => `Importation de ${name}`,
  read: (total) =>
    total === 0 ? 'Lecture du fichier…' : `${conversations(total)} ${plural(total, { one: 'lue', other: 'lues' })}`,
  stop: 'Arrêter l’importation',
  stopped:
    'L’importation a été arrêtée. Ce qui était déjà repris est ici ; importez à nouveau le fichier pour ajouter le reste.',
  failed: (reason) => `${reason} Ce qui avait été repris avant est ici, et rien d’autre n’a changé.`,
  retry: 'Réessayer',
  done: (name) => `${name} a été lu.`,
  nothing: 'Il n’y a aucune conversation dans ce fichier.',
  imported: (total, messageCount) =>
    `${conversations(total)} ${plural(total, { one: 'importée', other: 'importées' })}, avec ${messages(messageCount)}.`,
  present: (total) => `${conversations(total)} ${plural(total, { one: 'était déjà ici', other: 'étaient déjà ici' })}.`,
  restored: (total) =>
    `${conversations(total)} ${plural(total, { one: 'avait été supprimée et est rétablie', other: 'avaient été supprimées et sont rétablies' })}.`,
  refused: (total) =>
    `${conversations(total)} ${plural(total, { one: 'n’a pas pu être lue', other: 'n’ont pas pu être lues' })}.`,
  problem: (reason) => `Le fichier n’a pas pu être lu jusqu’au bout. ${reason}`,
  groups: {
    refused: (total) => `Non importées (${count(total)})`,
    changed: (total) => `Importées en partie (${count(total)})`,
    imported: (total) => `Importées (${count(total)})`,
    restored: (total) => `Rétablies (${count(total)})`,
    present: (total) => `Déjà ici (${count(total)})`,
  },
  place: (place) => `Emplacement dans le fichier : ${place}`,
  printedInPart:
    'Ce n’est qu’une partie de la conversation, celle qui a été lue. « Imprimer la conversation », parmi les commandes, l’imprime en entier.',
  unlisted: (total) =>
    `${count(total)} ${plural(total, { one: 'autre conversation n’est pas citée', other: 'autres conversations ne sont pas citées' })}.`,
}
