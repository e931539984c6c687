import { AppError } from '../../error.ts'

/** A PDF whose pages are pictures, or whose fonts do not say which characters they show; OCR can read it. */
export class PdfWithoutTextError extends AppError {
  readonly code = 'pdf_without_text'
}
