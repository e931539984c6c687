import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Lower-case hex sha256 of bytes, or of a string's UTF-8 form. Synchronous on every runtime. */
export function sha256(value: Uint8Array | string): string {
  return bytesToHex(digest(typeof value === 'string' ? utf8ToBytes(value) : value))
}
