import { texts } from './texts.ts'

/** What a reply is doing, in words; nothing once it has ended. */
export function activityLabel(
  activity: 'sending' | 'queued' | 'waiting' | 'thinking' | 'writing' | 'reconnecting' | 'ended',
  modelName: string,
): string {
  switch (activity) {
    case 'waiting':
      return texts.activity.waitingFor(modelName)
    case 'ended':
      return ''
    default:
      return texts.activity[activity]
  }
}
