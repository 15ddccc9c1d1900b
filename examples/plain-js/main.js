// A chat with nothing but EventSource: `ask` is where it is used; all the rest is the page.

const transcript = document.querySelector('#transcript')
const status = document.querySelector('#status')
const form = document.querySelector('#composer')
const messageField = document.querySelector('#message')

/** Says how a reply ended, for a person. */
const endings = {
  completed: 'The reply is complete.',
  stopped: 'The reply was stopped.',
  interrupted: 'The server was restarted before the reply was complete.',
}

/** Says why a stream may have closed for good without an end: before it was open, or after. */
const closings = {
  false: 'The server did not take this message. It may be too long for this page.',
  true: 'The server has no more of this reply. Its conversation may have been deleted.',
}

/** The conversation goes on as long as the page is open; the first reply tells its id. */
let conversationId

/** Asks and shows the reply while it is typed; resolves with how it ended. Without a `messageId`, nothing was asked. */
function ask(message) {
  // With an id of our own, a connection lost before the reply begins asks for the same reply again, not for another.
  const messageId = crypto.randomUUID()
  const query = new URLSearchParams({ message, messageId, ...(conversationId && { conversationId }) })
  const question = addParagraph('user', message)
  const reply = addParagraph('assistant', '')
  status.textContent = 'Waiting for the model…'

  return new Promise((resolve) => {
    const source = new EventSource(`/chat-stream?${query}`)
    let isOpen = false
    const finish = (end) => {
      source.close()
      conversationId =
        end.failure?.code === 'conversation-not-found' ? undefined : (end.conversationId ?? conversationId)
      reply.dataset.status = end.status
      status.textContent = endings[end.status] ?? end.failure?.message ?? 'The reply failed.'
      if (!end.messageId && reply.textContent === '') {
        question.remove()
        reply.remove()
      }
      resolve(end)
    }
    // The text comes as it is typed. A lost connection comes back by itself, with the rest of the same reply.
    source.onmessage = (event) => {
      status.textContent = 'Writing…'
      reply.append(event.data)
    }
    source.onopen = () => {
      isOpen = true
    }
    source.onerror = () => {
      // The browser tells no page why it gave up; only that it did.
      if (source.readyState === EventSource.CLOSED) finish({ status: 'failed', failure: { message: closings[isOpen] } })
      else status.textContent = 'Reconnecting…'
    }
    source.addEventListener('done', (event) => finish(JSON.parse(event.data)))
  })
}

function addParagraph(role, text) {
  const paragraph = document.createElement('p')
  paragraph.dataset.role = role
  paragraph.dir = 'auto'
  paragraph.textContent = text
  transcript.append(paragraph)
  return paragraph
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const message = messageField.value
  if (message.trim() === '') return
  messageField.value = ''
  const button = form.querySelector('button')
  button.disabled = true
  const end = await ask(message)
  // What was not asked can be changed and sent again, unless something else has been written meanwhile.
  if (!end.messageId) messageField.value ||= message
  button.disabled = false
  messageField.focus()
})

messageField.addEventListener('keydown', (event) => {
  // Enter may also end the composition of a character: then it does not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})
