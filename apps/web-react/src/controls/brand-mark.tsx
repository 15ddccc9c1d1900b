/** Lines of text and the caret that writes them. */
export function BrandMark() {
  return (
    <svg
      className="brand-mark"
      viewBox="0 0 18 18"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path stroke="currentColor" d="M1.5 5h8M1.5 9h6M1.5 13h8" />
      <path className="brand-caret" d="M14.5 2.5v13" />
    </svg>
  )
}
