import type { LoggedRequest, MockModel } from '@livetype/mock-model/server'

/** The requests by which the model was asked this question; not those by which it was asked for a title. */
export async function requestsFor(model: MockModel, question: string): Promise<readonly LoggedRequest[]> {
  const content = `"content":${JSON.stringify(question)}`
  return (await model.requests()).filter(({ body }) => JSON.stringify(body).includes(content))
}
