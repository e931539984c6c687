/** What every fault of this project carries besides its message. */
export interface AppErrorOptions {
  /** Facts about the fault, safe to show to a user and to log. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly retryable?: boolean
  readonly cause?: unknown
}

/**
 * Base of all faults. `message` is plain Chinese for the person in front of the screen;
 * `code` is stable and is what callers branch on.
 */
export abstract class AppError extends Error {
  abstract readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly retryable: boolean

  constructor(message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.details = options.details ?? {}
    this.retryable = options.retryable ?? false
  }
}

/** A setting or a command-line value that cannot be used; names the setting. */
export class ConfigError extends AppError {
  readonly code = 'config_invalid'
}

/** A file whose bytes cannot become text: binary, broken encoding, missing, too large. */
export class UnreadableFileError extends AppError {
  readonly code: 'file_unreadable' | 'text_garbled' = 'file_unreadable'
}

/** A file whose text was opened and saved in a wrong encoding before it came here; what is lost is lost. */
export class GarbledTextError extends UnreadableFileError {
  override readonly code = 'text_garbled'
}

/** The data folder or the database in it cannot be used. */
export class StorageError extends AppError {
  readonly code = 'storage_failed'
}

/** A request whose content breaks a stated limit or shape. */
export class InvalidRequestError extends AppError {
  readonly code = 'request_invalid'
}

/** An edit of something that has changed since it was looked at. */
export class StaleEditError extends AppError {
  readonly code = 'edit_stale'
}

/** An edit that does not say which state it was made from. */
export class BlindEditError extends AppError {
  readonly code = 'edit_blind'
}

/** An id that names nothing here. */
export class NotFoundError extends AppError {
  readonly code = 'not_found'
}

/** An id of something that was deleted and can still be restored. */
export class DiscardedError extends AppError {
  readonly code = 'discarded'
}

/** Something that can only be done once at a time, and is being done. */
export class BusyError extends AppError {
  readonly code = 'busy'
}

/** Something that this kind of installation cannot do. */
export class NotAvailableError extends AppError {
  readonly code = 'not_available'
}

/** The model server (chat or embedding) failed or answered nonsense. */
export class ModelServerError extends AppError {
  readonly code = 'model_server_failed'
}

/** A written file that, read again, is not what it was made from. */
export class ExportError extends AppError {
  readonly code = 'export_failed'
}
