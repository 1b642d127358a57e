/** The hatching of what is possible, as a fill for a drawing: `fill="url(#id)"`. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--surface)" />
        <rect width="1.6" height="5" fill="var(--accent)" />
      </pattern>
    </defs>
  )
}
