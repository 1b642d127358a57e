export type Lane = 'inbox' | 'working' | 'qualified' | 'closing' | 'won'

/** How a ring is drawn: filled by eighths, dashed, ticked or struck through. */
export type RingShape =
  | { readonly kind: 'part'; readonly eighths: number }
  | { readonly kind: 'dashed' | 'tick' | 'struck' }

const strokes: Readonly<Record<Lane, string>> = {
  inbox: 'text-lane-inbox',
  working: 'text-lane-working',
  qualified: 'text-lane-qualified',
  closing: 'text-lane-closing',
  won: 'text-lane-won',
}

/** The 13-pixel ring that stands before the word of a stage. Decoration: the word beside it says the same. */
export function StageRing({ shape, lane }: { readonly shape: RingShape; readonly lane: Lane }) {
  return (
    <svg aria-hidden="true" width="13" height="13" viewBox="0 0 13 13" className={`shrink-0 ${strokes[lane]}`}>
      {shape.kind === 'tick' ? (
        <>
          <circle cx="6.5" cy="6.5" r="6.5" fill="currentColor" />
          <path d="M3.7 6.8 5.7 8.8 9.4 4.8" fill="none" stroke="var(--surface)" strokeWidth="1.5" />
        </>
      ) : (
        <circle
          cx="6.5"
          cy="6.5"
          r="5.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray={shape.kind === 'dashed' ? '1.6 1.9' : undefined}
        />
      )}
      {shape.kind === 'part' && shape.eighths > 0 && <path d={slice(shape.eighths / 8)} fill="currentColor" />}
      {shape.kind === 'struck' && <path d="M3 10 10 3" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  )
}

/** A slice of a disc of radius 4.2 around the middle, clockwise from the top; `share` from 0 to 1. */
function slice(share: number): string {
  if (share >= 1) return 'M6.5 2.3a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4'
  const angle = share * 2 * Math.PI
  const x = 6.5 + 4.2 * Math.sin(angle)
  const y = 6.5 - 4.2 * Math.cos(angle)
  return `M6.5 6.5V2.3A4.2 4.2 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(3)} ${y.toFixed(3)}Z`
}
