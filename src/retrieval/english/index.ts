export type { Glossary } from './glossary.ts'
export { createEnglishReader, type EnglishReader } from './read-english.ts'
