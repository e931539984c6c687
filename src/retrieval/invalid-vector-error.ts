import { AppError } from '../error.ts'

/** A vector of the wrong length, or with NaN, Infinity or nothing but zeros in it. */
export class InvalidVectorError extends AppError {
  readonly code = 'vector_invalid'
}
