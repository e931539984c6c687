export { decodeStrictly } from './decode-strictly.ts'
export { textReader } from './text-reader.ts'
