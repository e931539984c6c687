/** A file that came from the server. */
export interface NamedFile {
  readonly name: string
  readonly content: Blob
}

/** Long enough for a browser to have begun reading the file. */
const KEPT_MS = 60_000

/** Hands a file to the browser's downloads. */
export function saveFile({ name, content }: NamedFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
