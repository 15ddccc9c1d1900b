/** The keys of a shortcut, as they are printed. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="keys" dir="ltr">
      {keys.map((key) => (
        <kbd key={key} className="key">
          {key}
        </kbd>
      ))}
    </span>
  )
}
