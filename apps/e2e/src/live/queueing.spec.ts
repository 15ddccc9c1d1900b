import { texts } from '@livetype/ui'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

test('[RUN7] a second reply waits in the queue, through a reload, and begins when the first has ended', async ({
  client,
  model,
  startServer,
  openTab,
}) => {
  const server = await startServer({ ...modelEnvironment(model), LIVETYPE_MAX_RUNS: '1' })
  const first = await openTab(client, server)
  await first.open()
  await first.send('[[mock-stall:3]]')
  await expect(first.lastProse).toHaveText('The river was')
  const second = await openTab(client, server)
  await second.open()
  await second.send('My turn?')
  await expect(second.lastReply).toHaveAttribute('data-status', 'queued')
  await expect(second.lastReply).toContainText(texts.activity.queued)
  await expect(second.announcer).toHaveText(texts.announce.queued)
  await expectAccessible(second.page, 'a reply in the queue')

  await second.page.reload()
  await expect(second.lastReply).toHaveAttribute('data-status', 'queued')
  await expect(second.lastReply).toContainText(texts.activity.queued)
  await first.stopButton.click()
  await first.expectEnd('stopped')
  await second.expectEnd('completed')
  await expect(second.lastProse).toHaveText('You said: My turn?')
})

test('[RUN7] [RUN4] a reply in the queue is stopped at once, and can be continued', async ({
  client,
  model,
  startServer,
  openTab,
}) => {
  const server = await startServer({ ...modelEnvironment(model), LIVETYPE_MAX_RUNS: '1' })
  const first = await openTab(client, server)
  await first.open()
  await first.send('[[mock-stall:3]]')
  await expect(first.lastProse).toHaveText('The river was')
  const second = await openTab(client, server)
  await second.open()
  await second.send('My turn?')
  await expect(second.lastReply).toHaveAttribute('data-status', 'queued')
  await second.stopButton.click()
  await second.expectEnd('stopped')
  await first.stopButton.click()
  await first.expectEnd('stopped')
  await second.lastReply.getByRole('button', { name: texts.actions.continue }).click()
  await second.expectEnd('completed')
  await expect(second.lastProse).toHaveText('You said: My turn?')
})
