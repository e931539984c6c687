import type { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { createMemoryConversationStore } from '../../src/adapter/memory/conversation-store.ts'
import { createMemoryFeedbackStore } from '../../src/adapter/memory/feedback-store.ts'
import { createSqliteConversationStore } from '../../src/adapter/sqlite/conversation-store.ts'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createSqliteFeedbackStore } from '../../src/adapter/sqlite/feedback-store.ts'
import { conversationStoreContract, turn } from '../contract/conversation-store.contract.ts'
import { feedbackStoreContract } from '../contract/feedback-store.contract.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function opened(file = ':memory:'): DatabaseSync {
  const db = openDatabase(file)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

conversationStoreContract('memory', createMemoryConversationStore)
conversationStoreContract('SQLite', () => createSqliteConversationStore(opened()))
feedbackStoreContract('memory', createMemoryFeedbackStore)
feedbackStoreContract('SQLite', () => createSqliteFeedbackStore(opened()))

it('SQLite still holds conversations when the file is opened again', () => {
  const file = `${temporaryFolder()}/yaodian.db`
  const first = opened(file)
  createSqliteConversationStore(first).append('c1', turn('甲'))
  first.close()
  expect(createSqliteConversationStore(opened(file)).get('c1')?.turns).toEqual([turn('甲')])
})
