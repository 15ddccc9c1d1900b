import type { ChatErrorCode } from '@livetype/protocol'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'

const codes: Record<ChatErrorCode, TRPC_ERROR_CODE_KEY> = {
  'invalid-input': 'BAD_REQUEST',
  'conversation-not-found': 'NOT_FOUND',
  'message-not-found': 'NOT_FOUND',
  'run-not-found': 'NOT_FOUND',
  'model-not-found': 'NOT_FOUND',
  'file-not-found': 'NOT_FOUND',
  'share-not-found': 'NOT_FOUND',
  'file-too-large': 'PAYLOAD_TOO_LARGE',
  'file-refused': 'UNSUPPORTED_MEDIA_TYPE',
  'id-conflict': 'CONFLICT',
  'reply-conflict': 'CONFLICT',
  'queue-full': 'TOO_MANY_REQUESTS',
  'queue-conflict': 'CONFLICT',
  'too-many-runs': 'TOO_MANY_REQUESTS',
  'run-deadline-exceeded': 'GATEWAY_TIMEOUT',
  'forbidden-origin': 'FORBIDDEN',
  'too-many-streams': 'TOO_MANY_REQUESTS',
  'server-shutting-down': 'SERVICE_UNAVAILABLE',
  'run-stopped': 'CLIENT_CLOSED_REQUEST',
  'run-interrupted': 'SERVICE_UNAVAILABLE',
  'storage-failed': 'SERVICE_UNAVAILABLE',
  'model-unauthorized': 'BAD_GATEWAY',
  'model-quota-exceeded': 'BAD_GATEWAY',
  'model-rate-limited': 'BAD_GATEWAY',
  'model-unreachable': 'BAD_GATEWAY',
  'model-stalled': 'BAD_GATEWAY',
  'model-truncated': 'BAD_GATEWAY',
  'model-bad-answer': 'BAD_GATEWAY',
  'model-refused-request': 'BAD_GATEWAY',
  internal: 'INTERNAL_SERVER_ERROR',
}

/** tRPC's code, and by it the HTTP status, for each code of the protocol. */
export function trpcCodeOf(code: ChatErrorCode): TRPC_ERROR_CODE_KEY {
  return codes[code]
}

/** The HTTP status for each code of the protocol, the same with and without tRPC. */
export function httpStatusOf(code: ChatErrorCode): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: codes[code] }))
}
