export { LONGEST_TEXT } from './limits.ts'
export { readInChild } from './read-in-child.ts'
