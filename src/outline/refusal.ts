import { AppError } from '../error.ts'

/** There is nothing an outline of this body and year could rest on; the message says what is missing. */
export class OutlineRefusal extends AppError {
  readonly code = 'outline_refused'
}
