import type { FailureSentences } from '../catalogue.ts'

/** @see ../../../../protocol/src/errors.ts */
export const failures: FailureSentences = {
  'invalid-input': (said) => `El servidor no puede aceptar esto. Dice en inglés: ${said}`,
  'conversation-not-found': 'Esta conversación no existe. Puede que se haya eliminado.',
  'message-not-found': 'Este mensaje ya no existe.',
  'run-not-found': 'Esta respuesta ya no existe.',
  'share-not-found': 'Este enlace ya no existe.',
  'model-not-found': 'Este modelo no se ofrece aquí. Elige otro, o comprueba OPENAI_MODELS y reinicia el servidor.',
  'file-not-found': 'Un archivo adjunto ya no está en el servidor. Quítalo y adjúntalo de nuevo.',
  'file-too-large': (said) => `El archivo es demasiado grande. El servidor dice en inglés: ${said}`,
  'file-refused': (said) =>
    `No se puede leer este archivo. Se aceptan imágenes (PNG, JPEG, WebP, GIF), PDF con texto y archivos de texto en UTF-8. El servidor dice en inglés: ${said}`,
  'id-conflict': 'Este identificador ya está en uso en el servidor. Recarga la página e inténtalo de nuevo.',
  'reply-conflict': 'Esta respuesta ha cambiado entretanto: ya no es posible.',
  'too-many-runs': 'Ya hay demasiadas respuestas esperando su turno. Inténtalo de nuevo cuando terminen algunas.',
  'queue-full':
    'Ya hay demasiados mensajes en cola en esta conversación. Inténtalo de nuevo cuando se hayan enviado algunos.',
  'queue-conflict': 'Este mensaje ya no está en cola: se ha enviado o se ha quitado.',
  'run-deadline-exceeded':
    'La respuesta ha tardado más de lo que permite este servidor y se ha detenido. Lo escrito se conserva.',
  'forbidden-origin': 'El servidor no ofrece esta página en esta dirección.',
  'too-many-streams': 'Hay demasiadas conexiones abiertas. Cierra una de ellas.',
  'server-shutting-down': 'El servidor se está reiniciando. Inténtalo de nuevo en un momento.',
  'run-stopped': 'La respuesta se detuvo antes de terminar.',
  'run-interrupted': 'El servidor se cerró mientras escribía la respuesta.',
  'storage-failed':
    'El servidor no ha podido guardar esto; quizá su disco esté lleno. Lo que se veía antes está a salvo.',
  'model-unauthorized':
    'El servidor del modelo ha rechazado la clave, o pide una. Comprueba OPENAI_API_KEY y reinicia el servidor, o elige otro modelo.',
  'model-quota-exceeded':
    'La cuenta en el servidor del modelo no tiene saldo. Comprueba su facturación e inténtalo de nuevo.',
  'model-rate-limited':
    'El servidor del modelo está recibiendo demasiadas peticiones. Espera un momento e inténtalo de nuevo.',
  'model-unreachable':
    'No se puede llegar al servidor del modelo, o ha fallado. Comprueba que esté en marcha y que OPENAI_BASE_URL sea correcta, e inténtalo de nuevo.',
  'model-stalled': 'El servidor del modelo lleva demasiado tiempo sin enviar nada. Inténtalo de nuevo.',
  'model-truncated':
    'La respuesta se cortó antes de terminar, o el modelo llegó a su límite de tokens. Lo escrito se conserva.',
  'model-bad-answer': 'El modelo no ha respondido nada útil. Inténtalo de nuevo, o elige otro modelo.',
  'model-refused-request': (said) => `El servidor del modelo no acepta esta petición. El motivo, en inglés: ${said}`,
  internal: 'No se puede llegar al servidor, o ha tenido un problema. Inténtalo de nuevo en un momento.',
}
