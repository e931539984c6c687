import { ConfigError } from '../../error.ts'

/** Wrong usage of the command line; the message says what is wrong. */
export class UsageError extends ConfigError {}
