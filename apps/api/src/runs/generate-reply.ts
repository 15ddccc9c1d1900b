import type { Parameters, Usage } from '@livetype/protocol'
import type { FinishReason, Provider, ReplyPart, Turn } from '../providers/provider.ts'
import { createOverlapTrimmer } from './overlap-trimmer.ts'
import type { ReplyWriter } from './reply-writer.ts'
import { type EndRequest, outcomeOf, type RunOutcome } from './run-outcome.ts'

/** What a model is given when a run begins. */
export interface RunInput {
  readonly turns: readonly Turn[]
  readonly parameters: Parameters
}

/** Lets a model write a reply, and says how that ended. Never throws: every way to end is an outcome (RUN3). */
export async function generateReply(options: {
  provider: Provider
  modelId: string
  /** What the model is given; read here so that a failure to read it ends the run like any other. */
  input(): Promise<RunInput>
  /** The text that the model goes on from; empty where it begins. */
  writtenText: string
  signal: AbortSignal
  writer: ReplyWriter
  endRequest(): EndRequest | undefined
  /** Milliseconds of a clock that never goes back; by default the process's own. */
  monotonicNow?: () => number
  /** Told of what failed, for the log. */
  onError(error: unknown): void
}): Promise<RunOutcome> {
  const { provider, modelId, signal, writer, monotonicNow = () => performance.now() } = options
  let finish: FinishReason | undefined
  let usage: Usage | undefined
  let error: unknown
  const trimmer = createOverlapTrimmer(options.writtenText)
  let askedAt = 0
  let firstTokenMs: number | undefined
  const take = (part: ReplyPart) => {
    if (part.type === 'text' || part.type === 'reasoning') firstTokenMs ??= Math.round(monotonicNow() - askedAt)
    switch (part.type) {
      case 'text':
        return writer.write('text-delta', trimmer.push(part.text))
      case 'reasoning':
        return writer.write('reasoning-delta', part.text)
      case 'usage':
        usage = part.usage
        return
      case 'finish':
        finish = part.reason
        return
    }
  }
  try {
    const input = await options.input()
    askedAt = monotonicNow()
    for await (const parts of provider.reply({ modelId, ...input, signal })) {
      for (const part of parts) take(part)
      if (writer.failure) break
    }
    // Of a reply that was cut off while it seemed to repeat what is there, that is not kept: nobody has seen it.
    if (!signal.aborted) writer.write('text-delta', trimmer.end())
  } catch (caught) {
    error = caught
    options.onError(caught)
  }
  const outcome = outcomeOf({
    endRequest: options.endRequest(),
    finish,
    usage,
    hasText: writer.hasText,
    error: writer.failure ?? error,
  })
  return firstTokenMs === undefined ? outcome : { ...outcome, firstTokenMs }
}
