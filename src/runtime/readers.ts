import { type DocumentReader, plainTextReader } from '../ingest/index.ts'

/** The formats this runtime reads, the most particular first. */
export const READERS: readonly DocumentReader[] = [plainTextReader]
