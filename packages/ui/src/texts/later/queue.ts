import { numberIn } from '../../languages/plural.ts'

const count = numberIn('en')

/** The words of the messages that wait until a reply is done. `name` is how a message begins. */
export const queueTexts = {
  label: 'Queued messages',
  waiting: (total: number) =>
    total === 1 ? 'Goes out when the reply is done' : `${count(total)} messages go out in turn, after the reply`,
  held: {
    stopped: 'Waiting for you, since the reply was stopped.',
    failed: 'Waiting for you, since the reply failed.',
    interrupted: 'Waiting for you, since the server went down during the reply.',
    refused: (reason: string) => `Waiting for you, since this could not be sent. ${reason}`,
  },
  sending: 'On its way to the queue…',
  attachmentsAlone: (names: string) => `Attached: ${names}`,
  attached: (total: number) => (total === 1 ? '1 attachment' : `${count(total)} attachments`),
  edit: (name: string) => `Edit the queued message “${name}”`,
  editLabel: 'Edit the queued message',
  save: 'Save',
  remove: (name: string) => `Remove the queued message “${name}”`,
  sendNow: 'Send now',
  sendNowOf: (name: string) => `Send now: “${name}”`,
  stopAndSend: 'Stop the reply and send now',
  stopAndSendOf: (name: string) => `Stop the reply and send now: “${name}”`,
  retry: (name: string) => `Queue again: “${name}”`,
  failed: (reason: string) => `This message could not be queued. ${reason}`,
  news: {
    queued: (name: string) => `Queued: “${name}”`,
    sent: (name: string) => `Sent from the queue: “${name}”`,
    removed: (name: string) => `Removed from the queue: “${name}”`,
    changed: (name: string) => `Changed in the queue: “${name}”`,
  },
  editFailed: 'The queued message could not be changed.',
  removeFailed: 'The queued message could not be removed.',
  goneTitle: 'The queued message has gone already',
  goneBody: 'What you were changing is in the message box.',
} as const
