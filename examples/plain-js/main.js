// A chat with nothing but EventSource. The classic two lines are at the end of `ask`; all the rest is the page.

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

/** The conversation goes on as long as the page is open; the first reply tells its id. */
let conversationId

/** Asks and shows the reply while it is typed; resolves when it has ended. */
function ask(message) {
  const query = new URLSearchParams({ message, ...(conversationId && { conversationId }) })
  addParagraph('user', message)
  const reply = addParagraph('assistant', '')
  status.textContent = 'Waiting for the model…'

  return new Promise((resolve) => {
    const source = new EventSource(`/chat-stream?${query}`)
    // The text comes as it is typed. A lost connection comes back by itself, with the rest of the same reply.
    source.onmessage = (event) => {
      status.textContent = 'Writing…'
      reply.append(event.data)
    }
    source.onerror = () => {
      status.textContent = 'Reconnecting…'
    }
    source.addEventListener('done', (event) => {
      source.close()
      const end = JSON.parse(event.data)
      conversationId = end.conversationId ?? conversationId
      reply.dataset.status = end.status
      status.textContent = endings[end.status] ?? end.failure?.message ?? 'The reply failed.'
      resolve(end)
    })
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
  await ask(message)
  button.disabled = false
  messageField.focus()
})

messageField.addEventListener('keydown', (event) => {
  // Enter may also end the composition of a character: then it does not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})
