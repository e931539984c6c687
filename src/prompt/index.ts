export { PROMPT_FILES } from './catalog.gen.ts'
export * from './template.ts'
