import type { FailureSentences } from '../catalogue.ts'

/** @see ../../../../protocol/src/errors.ts */
export const failures: FailureSentences = {
  'invalid-input': (said) => `Der Server nimmt das so nicht an. Auf Englisch sagt er: ${said}`,
  'conversation-not-found': 'Diese Unterhaltung gibt es nicht. Vielleicht wurde sie gelöscht.',
  'message-not-found': 'Diese Nachricht gibt es nicht mehr.',
  'run-not-found': 'Diese Antwort gibt es nicht mehr.',
  'share-not-found': 'Diesen Link gibt es nicht mehr.',
  'model-not-found':
    'Dieses Modell wird hier nicht angeboten. Wähle ein anderes, oder prüfe OPENAI_MODELS und starte den Server neu.',
  'file-not-found': 'Eine angehängte Datei ist nicht mehr auf dem Server. Entferne sie und hänge sie neu an.',
  'file-too-large': (said) => `Die Datei ist zu groß. Auf Englisch sagt der Server: ${said}`,
  'file-refused': (said) =>
    `Diese Datei kann nicht gelesen werden. Möglich sind Bilder (PNG, JPEG, WebP, GIF), PDFs mit Text und Textdateien in UTF-8. Auf Englisch sagt der Server: ${said}`,
  'id-conflict': 'Die Kennung ist auf dem Server schon vergeben. Lade die Seite neu und versuche es noch einmal.',
  'reply-conflict': 'Diese Antwort hat sich inzwischen geändert: So geht es mit ihr nicht weiter.',
  'too-many-runs': 'Es warten schon zu viele Antworten. Versuche es noch einmal, wenn einige fertig sind.',
  'queue-full':
    'In dieser Unterhaltung warten schon zu viele Nachrichten. Versuche es noch einmal, wenn einige gesendet sind.',
  'queue-conflict': 'Diese Nachricht wartet nicht mehr: Sie wurde schon gesendet oder entfernt.',
  'run-deadline-exceeded':
    'Die Antwort hat länger gedauert, als dieser Server erlaubt, und wurde beendet. Was schon da ist, bleibt erhalten.',
  'forbidden-origin': 'Unter dieser Adresse bietet der Server die Seite nicht an.',
  'too-many-streams': 'Es sind zu viele Verbindungen offen. Schließe eine davon.',
  'server-shutting-down': 'Der Server startet gerade neu. Versuche es gleich noch einmal.',
  'run-stopped': 'Die Antwort wurde vor ihrem Ende gestoppt.',
  'run-interrupted': 'Der Server wurde beendet, während er die Antwort schrieb.',
  'storage-failed':
    'Der Server konnte das nicht speichern, vielleicht ist seine Festplatte voll. Was du vorher gesehen hast, ist sicher.',
  'model-unauthorized':
    'Der Modellserver hat den Schlüssel abgelehnt oder verlangt einen. Prüfe OPENAI_API_KEY und starte den Server neu, oder wähle ein anderes Modell.',
  'model-quota-exceeded':
    'Das Konto beim Modellserver hat kein Guthaben mehr. Prüfe die Abrechnung und versuche es noch einmal.',
  'model-rate-limited':
    'Der Modellserver bekommt gerade zu viele Anfragen. Warte einen Moment und versuche es noch einmal.',
  'model-unreachable':
    'Der Modellserver ist nicht erreichbar oder gestört. Prüfe, ob er läuft und OPENAI_BASE_URL stimmt, und versuche es noch einmal.',
  'model-stalled': 'Vom Modellserver kam zu lange nichts. Versuche es noch einmal.',
  'model-truncated':
    'Die Antwort ist vor ihrem Ende abgebrochen, oder das Modell hat seine Grenze an Tokens erreicht. Was schon da ist, bleibt erhalten.',
  'model-bad-answer':
    'Das Modell hat nichts Brauchbares geantwortet. Versuche es noch einmal, oder wähle ein anderes Modell.',
  'model-refused-request': (said) => `Der Modellserver nimmt diese Anfrage nicht an. Auf Englisch heißt es: ${said}`,
  internal: 'Der Server ist nicht erreichbar, oder dort ist etwas schiefgegangen. Versuche es gleich noch einmal.',
}
