export { decodeStrictly } from './decode-strictly.ts'
export { mojibakeIn } from './mojibake.ts'
export { textReader } from './text-reader.ts'
