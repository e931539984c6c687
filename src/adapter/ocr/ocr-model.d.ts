declare module '@gutenye/ocr-node' {
  export interface OcrLine {
    readonly text: string
    /** Confidence between 0 and 1. */
    readonly mean: number
    /** Corners from the top left clockwise. */
    readonly box?: readonly (readonly [x: number, y: number])[]
  }
  interface OcrModel {
    detect(image: string | Buffer): Promise<readonly OcrLine[]>
  }
  interface OcrOptions {
    readonly onnxOptions?: { readonly enableCpuMemArena?: boolean; readonly enableMemPattern?: boolean }
  }
  const Ocr: { create(options?: OcrOptions): Promise<OcrModel> }
  export default Ocr
}
