import type { ChatError, ImageAttachment, Model, Parameters, Usage } from '@livetype/protocol'

/** One turn of what a model is given. */
export interface Turn {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
  /** Of a user's turn; absent where there are none. The text names them. */
  readonly images?: readonly TurnImage[]
}

/** An image that a model is shown. */
export interface TurnImage extends Omit<ImageAttachment, 'type' | 'fileId'> {
  /** Its bytes, at the time when they are sent. @throws {ChatError} `file-not-found` */
  read(): Promise<Buffer>
}

/** Why a model ended its reply. `length`: it reached its limit of tokens. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'other'

/** What a model's stream is made of, whatever the model's server calls it. */
export type ReplyPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'usage'; readonly usage: Usage }
  | { readonly type: 'finish'; readonly reason: FinishReason }

/** What a provider is asked for. */
export interface ReplyRequest {
  readonly modelId: string
  readonly turns: readonly Turn[]
  /** What a person has set; what is absent is left to the model's server. @see SPEC.md CONFIG1 */
  readonly parameters?: Parameters
  /** Aborting it ends the iteration without an error and closes the upstream. */
  readonly signal: AbortSignal
}

/** A model and what a run must know of it. */
export interface ProviderModel extends Model {
  /** Tokens that prompt and reply together may have. */
  readonly contextTokens: number
  /** Whether it can be shown images; undefined where nobody has said. */
  readonly seesImages?: boolean | undefined
}

/** What can be said of a provider whose models are not known. */
export interface Unavailable {
  /** What a person calls it, such as its host. */
  readonly label: string
  readonly failure: ChatError
  /** Describes a model by its id alone. */
  describe(modelId: string): ProviderModel
}

/** A kind of model server. */
export interface Provider {
  readonly id: string
  /** The models it offers. Never throws: where a server can't be asked and never could, they are none. */
  models(): Promise<readonly ProviderModel[]>
  /** Why `models()` came back without knowing them; undefined where they are known. Absent: they always are. */
  unavailable?(): Unavailable | undefined
  /**
   * Streams a reply as arrays of the parts that arrived together; none is empty.
   * An iteration that ends without an error and without an abort was a complete reply.
   * @throws {ChatError} with a `model-*` code, its message fit for a person; `model-truncated` where the
   *   stream ended before the model said so.
   */
  reply(request: ReplyRequest): AsyncIterable<readonly ReplyPart[]>
}
