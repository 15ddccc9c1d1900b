import { type LibraryKind, laterTexts, libraryKinds } from '@livetype/ui/later'

/** The two lists, of which one is shown. Arrow keys go from one to the other. */
export function LibraryTabs({ kind, onChoose }: { kind: LibraryKind; onChoose: (kind: LibraryKind) => void }) {
  const words = laterTexts.library
  return (
    <div
      className="library-tabs"
      role="tablist"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        const other = kind === 'prompts' ? 'presets' : 'prompts'
        onChoose(other)
        document.getElementById(`library-${other}`)?.focus()
      }}
    >
      {libraryKinds.map((one) => (
        <button
          key={one}
          type="button"
          id={`library-${one}`}
          className="library-tab"
          role="tab"
          aria-selected={one === kind}
          aria-controls="library-panel"
          tabIndex={one === kind ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {words.tabs[one]}
        </button>
      ))}
    </div>
  )
}
