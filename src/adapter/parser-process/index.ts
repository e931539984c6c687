export { readInChild } from './read-in-child.ts'
