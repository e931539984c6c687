import { AppError } from '../error.ts'

/** Bytes that are not a whole snapshot of this kind of index; the index has to be built again. */
export class InvalidSnapshotError extends AppError {
  readonly code = 'snapshot_invalid'
}
