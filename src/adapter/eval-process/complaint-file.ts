import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StorageError } from '../../error.ts'
import { type Complaint, complaintSchema } from '../../evaluation/index.ts'
import { replaceFile } from './run-folder.ts'

/** Complaints that have become cases, a line each. */
export function createComplaintFile(file: string) {
  const all = (): readonly Complaint[] => {
    if (!existsSync(file)) return []
    try {
      const lines = readFileSync(file, 'utf8').split('\n')
      return lines.filter((line) => line !== '').map((line) => complaintSchema.parse(JSON.parse(line)))
    } catch (cause) {
      throw new StorageError('存储的读者意见无法读取。', { cause })
    }
  }
  const write = (complaints: readonly Complaint[]) => {
    mkdirSync(dirname(file), { recursive: true })
    replaceFile(file, complaints.map((one) => `${JSON.stringify(one)}\n`).join(''))
  }
  const without = (feedbackId: string) => all().filter(({ feedback_id }) => feedback_id !== feedbackId)
  return {
    all,
    keep: (complaint: Complaint) => write([...without(complaint.feedback_id), complaint]),
    remove: (feedbackId: string) => write(without(feedbackId)),
  }
}
