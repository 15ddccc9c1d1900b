import { type DiagramPicture, diagramName, pictureAddress, pictureSize } from '@livetype/ui/later'
import { useMemo } from 'react'

/** A diagram as an image, which runs and fetches nothing, whatever is in it. A wide one scrolls within itself. */
export function Diagram({ picture, source }: { picture: DiagramPicture; source: string }) {
  const name = diagramName(source)
  const address = useMemo(() => pictureAddress(picture), [picture])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <div className="diagram" tabIndex={0} role="group" aria-label={name} data-dark={picture.isDark || undefined}>
      <img src={address} alt={name} width={picture.width} height={picture.height} style={pictureSize(picture)} />
    </div>
  )
}
