import { StorageError } from '../../error.ts'

/** The numbers as SQLite keeps them: 4 bytes each, little-endian as on every machine this runs on. */
export function float32Bytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
}

/** @throws StorageError when the value is not a whole number of floats */
export function float32Of(value: unknown): Float32Array {
  if (!(value instanceof Uint8Array) || value.byteLength % Float32Array.BYTES_PER_ELEMENT !== 0) {
    throw new StorageError('存储的向量无法读取。')
  }
  return new Float32Array(new Uint8Array(value).buffer)
}
