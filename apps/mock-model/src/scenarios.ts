import { documentShapes, documentTokens } from './documents.ts'
import { errorJson, json, type Reply, type Step, write } from './reply.ts'
import type { MockRequest } from './request.ts'
import { numberSetting, type Scenario } from './scenario.ts'
import { tokensOf, wordTokens } from './tokens.ts'
import { createWire, type Wire, wireUsage } from './wire.ts'

/** Everything a scenario may look at. */
interface Stage {
  readonly request: MockRequest
  readonly scenario: Scenario
  readonly wire: Wire
}

type Play = (stage: Stage) => Reply

const html = '<!doctype html><html><head><title>Welcome</title></head><body><h1>It works</h1></body></html>'
const unicodeText = 'Grüße, 世界! 👩‍🚀 naïve café — שלום мир 🎉 fin.'
const midStreamError = {
  error: { message: 'The server had an error', type: 'server_error', param: null, code: 'boom' },
}

/** The answer to a chat request. An unknown scenario echoes. */
export function replyTo(request: MockRequest, scenario: Scenario): Reply {
  const eol = scenario.settings.get('eol') === 'crlf' || scenario.name === 'crlf' ? '\r\n' : '\n'
  const play = request.writtenText === undefined ? (plays[scenario.name] ?? echo) : goOn
  return play({ request, scenario, wire: createWire(request.model, eol) })
}

const echo: Play = (stage) => complete(stage, echoed(stage))
const words: Play = (stage) => complete(stage, tokens(stage, 20))

/**
 * What is left of the reply, whatever became of it the first time: `repeat` says how many characters of what is there
 * are sent once more before it. A reply that broke off goes on with words, at least 20 in all.
 */
const goOn: Play = (stage) => {
  const written = stage.request.writtenText ?? ''
  const whole =
    plays[stage.scenario.name] === undefined ? echoed(stage) : wordTokens(Math.max(20, stage.scenario.count ?? 20))
  const rest = restOf(whole, written)
  const repeated = written.slice(written.length - numberSetting(stage.scenario, 'repeat', 0))
  return complete(stage, repeated === '' ? rest : [repeated, ...rest])
}

const plays: Record<string, Play> = {
  words,
  crlf: words,
  split: words,
  uneven: words,
  unicode: (stage) => complete(stage, tokensOf(unicodeText)),
  received: (stage) => complete(stage, tokensOf(received(stage))),
  fast: ({ scenario }) => ({
    kind: 'fast',
    tokenCount: scenario.count ?? 1000,
    batchSize: numberSetting(scenario, 'batch', 1),
  }),
  paced: ({ scenario }) => ({
    kind: 'paced',
    tokenCount: scenario.count ?? 1000,
    tokensPerSecond: numberSetting(scenario, 'rate', 20),
    stamped: scenario.settings.get('stamp') === '1',
  }),
  document: ({ scenario }) => {
    const shape = documentShapes.find((known) => known === scenario.settings.get('shape')) ?? 'mixed'
    const tokens = documentTokens(shape, scenario.count ?? 1000)
    const tokensPerSecond = numberSetting(scenario, 'rate', 200)
    return { kind: 'paced', tokenCount: tokens.length, tokensPerSecond, stamped: false, tokens }
  },

  // Shapes of streams that are complete.
  comments: (stage) =>
    stream(
      contents(stage, 10).flatMap((step) => [write(stage.wire.comment('PROCESSING')), step]),
      ending(stage, 10),
    ),
  azure: (stage) =>
    stream(
      [write(stage.wire.chunk({ choices: [], prompt_filter_results: [] })), ...contents(stage, 10)],
      ending(stage, 10),
    ),
  'null-content': (stage) =>
    stream(
      [write(stage.wire.content(null)), ...contents(stage, 10), write(stage.wire.content(null))],
      ending(stage, 10),
    ),
  'no-done': (stage) => stream(contents(stage, 10), [write(stage.wire.finish('stop'))]),
  'finish-twice': (stage) => stream(contents(stage, 10), [write(stage.wire.finish('stop')), ...ending(stage, 10)]),
  length: (stage) => stream(contents(stage, 10), [write(stage.wire.finish('length')), write(stage.wire.done())]),
  message: (stage) =>
    stream(contents(stage, 10), [
      write(
        stage.wire.choice({
          delta: {},
          message: { role: 'assistant', content: wordTokens(10).join('') },
          finish_reason: 'stop',
        }),
      ),
      write(stage.wire.done()),
    ]),
  'second-choice': (stage) =>
    stream(
      [...contents(stage, 10), write(stage.wire.choice({ index: 1, delta: { content: 'not this one' } }))],
      ending(stage, 10),
    ),
  mistral: ({ wire }) =>
    stream(
      [
        wire.content([{ type: 'thinking', thinking: [{ type: 'text', text: 'Let me ' }] }]),
        wire.content([{ type: 'thinking', thinking: [{ type: 'text', text: 'think.' }] }]),
        wire.content([{ type: 'text', text: 'The answer ' }]),
        wire.content('is 42.'),
        wire.finish('stop'),
        wire.done(),
      ].map(write),
    ),

  // Reasoning, in each of the ways it is sent.
  'reasoning-content': (stage) => reasoned(stage, (text) => ({ content: null, reasoning_content: text })),
  reasoning: (stage) => reasoned(stage, (text) => ({ content: '', reasoning: text })),
  'reasoning-details': (stage) =>
    reasoned(stage, (text) => ({
      content: '',
      reasoning: text,
      reasoning_details: [{ type: 'reasoning.text', text }],
    })),
  'reasoning-echo': (stage) =>
    reasoned(stage, (text) => ({ content: null, reasoning_content: text }), tokensOf(stage.request.lastUserText)),
  think: (stage) =>
    complete(stage, ['<th', 'ink>', '\nLet me', ' think.', '\n</', 'thi', 'nk>\n', '\nThe answer ', 'is 42.']),

  // Where usage may stand.
  'usage-with-choice': ({ wire, ...stage }) =>
    stream(contents({ wire, ...stage }, 10), [
      write(wire.chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: wireUsage(7, 10) })),
      write(wire.done()),
    ]),
  'usage-every': ({ wire }) =>
    stream(
      wordTokens(10).map((content, index) =>
        write(
          wire.chunk({
            choices: [{ index: 0, delta: { content }, finish_reason: index === 9 ? 'stop' : null }],
            usage: wireUsage(7, index + 1),
          }),
        ),
      ),
      [write(wire.done())],
    ),
  'usage-groq': ({ wire, ...stage }) =>
    stream(contents({ wire, ...stage }, 10), [
      write(
        wire.chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], x_groq: { usage: wireUsage(7, 10) } }),
      ),
      write(wire.done()),
    ]),
  'usage-no-finish': ({ wire, ...stage }) =>
    stream(contents({ wire, ...stage }, 10), [write(wire.usage(wireUsage(7, 10))), write(wire.done())]),

  // Stalls, cuts and silent ends.
  silence: () => ({ kind: 'silence' }),
  'stall-first': ({ wire }) => stream([write(wire.role()), { do: 'stall' }]),
  'stall-comments': (stage) =>
    stream(contents(stage, stage.scenario.count ?? 0), [{ do: 'stall', comment: stage.wire.comment('PROCESSING') }]),
  stall: (stage) => stream(contents(stage, 3), [{ do: 'stall' }]),
  'stall-echo': ({ request, wire }) =>
    stream(
      tokensOf(request.lastUserText).map((token) => write(wire.content(token))),
      [{ do: 'stall' }],
    ),
  'stall-thinking': ({ wire }) =>
    stream([write(wire.delta({ content: null, reasoning_content: 'Let me think.' })), { do: 'stall' }]),
  'stall-after-finish': (stage) => stream(contents(stage, 3), [write(stage.wire.finish('stop')), { do: 'stall' }]),
  'no-finish': (stage) => stream(contents(stage, 5)),
  'done-without-finish': (stage) => stream(contents(stage, 5), [write(stage.wire.done())]),
  cut: (stage) => stream(contents(stage, 5), [{ do: 'cut' }]),
  'cut-first': (stage) =>
    stage.request.earlierCount < (stage.scenario.count ?? Number.POSITIVE_INFINITY)
      ? stream([write(stage.wire.role()), { do: 'cut' }])
      : complete(stage, wordTokens(10)),
  'nothing-written': ({ wire }) => stream([wire.role(), wire.finish('stop'), wire.done()].map(write)),

  // Answers with status 200 that are no streams.
  html: () => ({ kind: 'body', status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }),
  'json-error': () => errorJson(200, { code: 'boom', message: 'The server had an error' }),
  json: ({ request }) => completion(request, wordTokens(10).join('')),
  empty: () => ({ kind: 'body', status: 200, headers: { 'content-type': 'text/event-stream' }, body: '' }),
  'plain-text': () => ({ kind: 'body', status: 200, headers: { 'content-type': 'text/plain' }, body: 'upstream ok\n' }),

  // Refusals.
  unauthorized: () =>
    errorJson(401, { code: 'invalid_api_key', message: 'Incorrect API key provided: sk-secret-key.' }),
  forbidden: () => errorJson(403, { code: null, message: 'Country not supported' }),
  'rate-limited': (stage) =>
    stage.request.earlierCount < (stage.scenario.count ?? Number.POSITIVE_INFINITY)
      ? json(
          429,
          { error: { message: 'Slow down', type: 'requests', code: 'rate_limit_exceeded' } },
          { 'retry-after': stage.scenario.settings.get('after') ?? '1' },
        )
      : complete(stage, wordTokens(10)),
  quota: () => errorJson(429, { code: 'insufficient_quota', message: 'You exceeded your current quota' }),
  'server-error': () => errorJson(500, { code: null, message: 'Internal error: stack trace at /srv/secret.py' }),
  'html-error': () => ({ kind: 'body', status: 502, headers: { 'content-type': 'text/html' }, body: html }),
  flaky: (stage) =>
    stage.request.earlierCount < (stage.scenario.count ?? 1)
      ? errorJson(500, { code: null, message: 'Internal error' })
      : complete(stage, wordTokens(10)),
  'not-found': () => errorJson(404, { code: 'model_not_found', message: 'The model does not exist' }),
  'wrong-path': () => ({ kind: 'body', status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' }),
  'no-images': (stage) =>
    stage.request.hasImages
      ? errorJson(400, { code: null, message: 'image_url is only supported by vision models' })
      : complete(stage, echoed(stage)),
  refused: () => errorJson(400, { code: 'invalid_value', message: 'Unsupported value' }),
  'context-length': () =>
    errorJson(400, { code: 'context_length_exceeded', message: "This model's maximum context length is 8192 tokens" }),
  'no-stream-options': (stage) =>
    stage.request.wantsUsage
      ? errorJson(400, {
          code: 'unknown_parameter',
          message: "Unknown parameter: 'stream_options'.",
          param: 'stream_options',
        })
      : complete(stage, wordTokens(10)),
  refuses: (stage) => {
    const param = stage.scenario.settings.get('param') ?? ''
    return stage.request.fields.has(param)
      ? errorJson(400, { code: 'unsupported_parameter', message: `Unsupported parameter: '${param}'.`, param })
      : complete(stage, wordTokens(10))
  },

  // Failures in mid-reply.
  'error-midstream': (stage) =>
    stream(contents(stage, 5), [write(stage.wire.chunk({ choices: [], ...midStreamError }))]),
  'error-event': (stage) =>
    stream(contents(stage, 5), [
      write(stage.wire.event('error', JSON.stringify({ message: 'Overloaded', code: 529 }))),
    ]),
  malformed: (stage) => stream(contents(stage, 5), [write(stage.wire.data('{"choices":[{"delta":{"content":"br'))]),
}

/** What the last user turn was made of. */
function received({ request }: Stage): string {
  const images = request.lastUserImages.map((url) => {
    const [head = '', data = ''] = url.split(',')
    return `${head} ${Buffer.from(data, 'base64').byteLength} bytes`
  })
  return [`text: ${request.lastUserText}`, ...images].join('\n')
}

function echoed({ request }: Stage): string[] {
  return tokensOf(`You said: ${request.lastUserText}`)
}

/** The tokens behind what was written; where they are not its own, as many are left out as it has. */
function restOf(tokens: readonly string[], written: string): string[] {
  const text = tokens.join('')
  return text.startsWith(written) ? tokensOf(text.slice(written.length)) : tokens.slice(tokensOf(written).length)
}

function tokens(stage: Stage, fallback: number): string[] {
  return wordTokens(stage.scenario.count ?? fallback)
}

function contents(stage: Stage, fallback: number): Step[] {
  return tokens(stage, fallback).map((token) => write(stage.wire.content(token)))
}

function stream(...parts: readonly (readonly Step[])[]): Reply {
  return { kind: 'stream', steps: parts.flat() }
}

function complete(stage: Stage, contentTokens: readonly string[]): Reply {
  if (!stage.request.isStream) return completion(stage.request, contentTokens.join(''))
  const { wire } = stage
  return stream(
    [write(wire.role())],
    contentTokens.map((token) => write(wire.content(token))),
    ending(stage, contentTokens.length),
  )
}

function ending({ request, wire }: Stage, tokenCount: number): Step[] {
  const usage = request.wantsUsage ? [wire.usage(wireUsage(request.messageCount, tokenCount))] : []
  return [wire.finish('stop'), ...usage, wire.done()].map(write)
}

function reasoned(stage: Stage, delta: (text: string) => object, thoughts = ['Let me ', 'think.']): Reply {
  const { wire } = stage
  return stream(
    thoughts.map((text) => write(wire.delta(delta(text)))),
    ['The answer ', 'is 42.'].map((text) => write(wire.content(text))),
    ending(stage, 4),
  )
}

function completion(request: MockRequest, text: string): Reply {
  return json(200, {
    id: 'chatcmpl-mock',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: request.model,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: wireUsage(request.messageCount, tokensOf(text).length),
  })
}
