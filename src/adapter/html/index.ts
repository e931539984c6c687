export { htmlReader } from './html-reader.ts'
