export { ofdReader } from './ofd-reader.ts'
