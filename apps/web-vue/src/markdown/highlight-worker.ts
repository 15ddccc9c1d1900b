import { serveHighlighting } from '@livetype/client/highlight-worker'

serveHighlighting(self)
