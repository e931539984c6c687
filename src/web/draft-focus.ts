/**
 * Puts the focus back to a task after it was changed: on the button that was pressed if it is still there, else on
 * the first one. A row that moved has lost it, and a button that went has dropped it on the page.
 */
export function focusTask(itemId: string, action: string): void {
  const row = document.getElementById(`item-${itemId}`)
  const button =
    row?.querySelector<HTMLElement>(`[data-action="${action}"]`) ??
    row?.querySelector<HTMLElement>('.draft-actions button')
  button?.focus()
}

/** Puts the focus on what has an id. */
export function focusPlace(id: string): void {
  document.getElementById(id)?.focus()
}
