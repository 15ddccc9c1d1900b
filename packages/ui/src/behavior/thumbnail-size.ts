const maxWidth = 320
const maxHeight = 256

/** How large a single image is shown in its message, in CSS pixels: known before it has come, so that nothing jumps. */
export function thumbnailSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, maxWidth / width, maxHeight / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
