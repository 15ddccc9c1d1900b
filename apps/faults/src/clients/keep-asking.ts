import type { Question, RecordingClient, SeenReply } from './recording-client.ts'

/** Asks one question after the other until `isOver`, and then waits for the last reply. Returns all replies. */
export async function keepAsking(
  client: RecordingClient,
  nextQuestion: () => Question,
  isOver: () => boolean,
): Promise<readonly SeenReply[]> {
  const replies: SeenReply[] = []
  while (!isOver()) replies.push(await client.ask(nextQuestion()))
  return replies
}
