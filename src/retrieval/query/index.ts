export * from './catalogue.ts'
export * from './content.ts'
export * from './lexicon.ts'
export * from './understand.ts'
