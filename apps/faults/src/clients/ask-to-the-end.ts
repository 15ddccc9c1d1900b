import type { Question, RecordingClient, SeenReply } from './recording-client.ts'

/** Asks, and goes on with the reply as often as it is interrupted. Returns how it stood after each of its runs. */
export async function askToTheEnd(client: RecordingClient, question: Question): Promise<readonly SeenReply[]> {
  let reply = await client.ask(question)
  const runs = [reply]
  while (reply.status === 'interrupted') {
    const next = await client.goOn(reply, question.modelId)
    // One that went on already, unknown to the client, is asked again.
    if (next.runId !== reply.runId) runs.push(next)
    reply = next
  }
  return runs
}
