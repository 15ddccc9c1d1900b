/** A text area that is as high as its text, up to the `max-height` of its style. */
export interface AutoGrow {
  /** To be called after the text was changed by code; typing is noticed. */
  update(): void
  dispose(): void
}

/** Browsers that know `field-sizing: content` do it by the stylesheet; here are the others. */
export function autoGrow(textarea: HTMLTextAreaElement): AutoGrow {
  if (CSS.supports('field-sizing', 'content')) return { update() {}, dispose() {} }
  const update = () => {
    textarea.style.height = 'auto'
    const borders = textarea.offsetHeight - textarea.clientHeight
    textarea.style.height = `${textarea.scrollHeight + borders}px`
  }
  textarea.addEventListener('input', update)
  // The width decides how lines wrap.
  let width = textarea.clientWidth
  const observer = new ResizeObserver(() => {
    if (textarea.clientWidth === width) return
    width = textarea.clientWidth
    update()
  })
  observer.observe(textarea)
  update()
  return {
    update,
    dispose() {
      textarea.removeEventListener('input', update)
      observer.disconnect()
    },
  }
}
