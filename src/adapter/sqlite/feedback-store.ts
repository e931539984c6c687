import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { FEEDBACK_VERDICTS, type Feedback, type FeedbackStore } from '../../answer/index.ts'
import { StorageError } from '../../error.ts'
import { nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

const feedbackSchema = z.object({
  id: z.string(),
  answerId: z.string(),
  question: z.string(),
  sentence: z.number().nullable(),
  sentenceText: z.string().nullable(),
  verdict: z.enum(FEEDBACK_VERDICTS),
  note: z.string(),
  createdAt: z.string(),
})

/** Feedback in the table `feedback`. */
export function createSqliteFeedbackStore(db: DatabaseSync): FeedbackStore {
  return {
    add: (feedback) => {
      translatingFaults(nameOf(db), () =>
        db
          .prepare('insert into feedback values (null, ?, ?, ?)')
          .run(feedback.id, feedback.answerId, JSON.stringify(feedback)),
      )
    },
    list: (limit, before = Number.MAX_SAFE_INTEGER) =>
      translatingFaults(nameOf(db), () =>
        db
          .prepare('select number, json from feedback where number < ? order by number desc limit ?')
          .all(before, limit),
      ).map(({ number, json }) => ({ number: Number(number), feedback: feedbackOf(json) })),
  }
}

/** @throws StorageError when what is stored is no feedback */
function feedbackOf(json: unknown): Feedback {
  try {
    return feedbackSchema.parse(JSON.parse(String(json)))
  } catch (cause) {
    throw new StorageError('存储的反馈无法读取。', { cause })
  }
}
