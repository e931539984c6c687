export { holdsName, isCompoundFile } from './compound-file.ts'
export { docReader } from './doc-reader.ts'
export { docxReader } from './docx-reader.ts'
