import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Pacer } from './pacer.ts'
import { playFast, tokenBuffers } from './play-fast.ts'
import { type Pace, playSteps } from './play-steps.ts'
import type { Reply } from './reply.ts'
import { type MockRequest, readRequest } from './request.ts'
import { RequestLog } from './request-log.ts'
import { numberSetting, parseScenario, type Scenario } from './scenario.ts'
import { replyTo } from './scenarios.ts'

/** Longer than any client keeps an idle connection, so that none is closed while a request is on its way. */
const keepAliveTimeoutMs = 120_000
const modelIds = ['mock-echo', 'mock-words:500', 'mock-embed-small', 'mock-whisper']

/** A model server that speaks the OpenAI wire format and behaves as its requests say. @see scenarios.ts */
export function createMockModelServer(): Server {
  const log = new RequestLog()
  const pacer = new Pacer()
  const server = createServer((request, response) => {
    response.on('error', () => {
      // The peer went while we wrote: the log's 'close' handler has noted it.
    })
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(error))
    })
  })
  server.keepAliveTimeout = keepAliveTimeoutMs
  return server

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = `${request.method} ${(request.url ?? '').split('?')[0]}`
    switch (route) {
      case 'GET /requests':
        return sendJson(response, 200, log.requests)
      case 'DELETE /requests':
        log.clear()
        return sendJson(response, 200, [])
      case 'GET /v1/models':
        return sendJson(response, 200, { object: 'list', data: modelIds.map(modelEntry) })
      case 'POST /v1/chat/completions':
        return chat(request, response)
      default:
        return sendJson(response, 404, { error: { message: `no ${route} here`, type: 'mock_error', code: null } })
    }
  }

  async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await bodyOf(request))
    const chatRequest = readRequest(body, (model) => log.countOf(model))
    const hasKey = request.headers.authorization !== undefined
    const logged = log.add({ model: chatRequest.model, hasKey, body }, response)
    const scenario = parseScenario(chatRequest.model, chatRequest.lastUserText)
    const reply = replyTo(chatRequest, scenario)
    if (reply.kind === 'stream' && [...reply.steps].some((step) => step.do === 'cut')) logged.outcome = 'cut'
    await send(response, reply, { request: chatRequest, scenario })
  }

  async function send(
    response: ServerResponse,
    reply: Reply,
    { request, scenario }: { request: MockRequest; scenario: Scenario },
  ): Promise<void> {
    if (reply.kind === 'silence') return
    if (reply.kind === 'body') {
      response.writeHead(reply.status, reply.headers)
      response.end(reply.body)
      return
    }
    response.socket?.setNoDelay(true)
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
    response.flushHeaders()
    const { wantsUsage, model } = request
    switch (reply.kind) {
      case 'stream':
        return playSteps(response, reply.steps, paceOf(scenario))
      case 'fast':
        return playFast(response, tokenBuffers(model), { ...reply, wantsUsage })
      case 'paced':
        return pacer.add(response, tokenBuffers(model, reply.tokens), { ...reply, wantsUsage, model })
    }
  }
}

function paceOf(scenario: Scenario): Pace {
  const chunking = scenario.settings.get('chunk') ?? (scenario.name === 'split' ? '1' : scenario.name)
  return {
    delayMs: numberSetting(scenario, 'delay', 0),
    chunking: chunking === 'uneven' ? 'uneven' : Number(chunking) > 0 ? Number(chunking) : 'events',
  }
}

function modelEntry(id: string): object {
  return { id, object: 'model', created: 1_700_000_000, owned_by: 'mock', max_model_len: 16_384 }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  request.setEncoding('utf8')
  for await (const piece of request) body += String(piece)
  return body
}
