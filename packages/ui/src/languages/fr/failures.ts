import type { FailureSentences } from '../catalogue.ts'

/** @see ../../../../protocol/src/errors.ts */
export const failures: FailureSentences = {
  'invalid-input': (said) => `Le serveur ne peut pas accepter cela. Il dit en anglais : ${said}`,
  'conversation-not-found': 'Cette conversation n’existe pas. Elle a peut-être été supprimée.',
  'message-not-found': 'Ce message n’existe plus.',
  'run-not-found': 'Cette réponse n’existe plus.',
  'share-not-found': 'Ce lien n’existe plus.',
  'model-not-found':
    'Ce modèle n’est pas proposé ici. Choisissez-en un autre, ou vérifiez OPENAI_MODELS et redémarrez le serveur.',
  'file-not-found': 'Un fichier joint n’est plus sur le serveur. Retirez-le, puis joignez-le à nouveau.',
  'file-too-large': (said) => `Le fichier est trop grand. Le serveur dit en anglais : ${said}`,
  'file-refused': (said) =>
    `Ce fichier ne peut pas être lu. Sont possibles : les images (PNG, JPEG, WebP, GIF), les PDF avec du texte et les fichiers texte en UTF-8. Le serveur dit en anglais : ${said}`,
  'id-conflict': 'Cet identifiant est déjà pris sur le serveur. Rechargez la page, puis réessayez.',
  'reply-conflict': 'Cette réponse a changé entre-temps : ce n’est plus possible.',
  'too-many-runs': 'Trop de réponses attendent déjà leur tour. Réessayez quand quelques-unes seront terminées.',
  'queue-full': 'Trop de messages attendent déjà dans cette conversation. Réessayez quand quelques-uns seront partis.',
  'queue-conflict': 'Ce message n’attend plus : il a déjà été envoyé ou retiré.',
  'run-deadline-exceeded':
    'La réponse a pris plus de temps que ce serveur n’en accorde, et a été arrêtée. Ce qui est écrit est conservé.',
  'forbidden-origin': 'Le serveur n’offre pas cette page à cette adresse.',
  'too-many-streams': 'Trop de connexions sont ouvertes. Fermez-en une.',
  'server-shutting-down': 'Le serveur redémarre. Réessayez dans un instant.',
  'run-stopped': 'La réponse a été arrêtée avant la fin.',
  'run-interrupted': 'Le serveur s’est arrêté pendant qu’il écrivait la réponse.',
  'storage-failed':
    'Le serveur n’a pas pu enregistrer cela, peut-être parce que son disque est plein. Ce que vous aviez vu avant est en sécurité.',
  'model-unauthorized':
    'Le serveur du modèle a refusé la clé, ou en demande une. Vérifiez OPENAI_API_KEY et redémarrez le serveur, ou choisissez un autre modèle.',
  'model-quota-exceeded':
    'Le compte auprès du serveur du modèle n’a plus de crédit. Vérifiez sa facturation, puis réessayez.',
  'model-rate-limited': 'Le serveur du modèle reçoit trop de requêtes. Attendez un instant, puis réessayez.',
  'model-unreachable':
    'Le serveur du modèle est injoignable ou en panne. Vérifiez qu’il fonctionne et que OPENAI_BASE_URL est juste, puis réessayez.',
  'model-stalled': 'Le serveur du modèle n’a rien envoyé depuis trop longtemps. Réessayez.',
  'model-truncated':
    'La réponse s’est interrompue avant la fin, ou le modèle a atteint sa limite de jetons. Ce qui est écrit est conservé.',
  'model-bad-answer': 'Le modèle n’a rien répondu d’utilisable. Réessayez, ou choisissez un autre modèle.',
  'model-refused-request': (said) =>
    `Le serveur du modèle n’accepte pas cette demande. La raison, en anglais : ${said}`,
  internal: 'Le serveur est injoignable, ou un problème y est survenu. Réessayez dans un instant.',
}
