/** Sixteen-pixel line icons, drawn here so that the bundle holds only those that are used. */
const paths = {
  home: 'M2.5 7.5 8 3l5.5 4.5V13a.5.5 0 0 1-.5.5h-3V10H6v3.5H3a.5.5 0 0 1-.5-.5z',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  board: 'M2.5 2.5h11v11h-11zM6.2 2.5v11M9.8 2.5v6.5h3.7',
  funnel: 'M2.5 3h11L9.5 8.2v4.3l-3-1V8.2z',
  campaign: 'M3 6.5v3h2l6 3v-9l-6 3zM13 6.5a2 2 0 0 1 0 3M5 9.5l.8 3.5h1.4',
  sync: 'M13 6.5A5.2 5.2 0 0 0 3.6 5M3 9.5a5.2 5.2 0 0 0 9.4 1.5M3.5 2.5V5H6M12.5 13.5V11H10',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6.3 6.4a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1M8 11.2v.1',
  settings:
    'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4M8 2v1.6M8 12.4V14M2 8h1.6M12.4 8H14M3.8 3.8l1.1 1.1M11.1 11.1l1.1 1.1M12.2 3.8l-1.1 1.1M4.9 11.1l-1.1 1.1',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.3 10.3l3.2 3.2',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  calendar: 'M3 4.5h10v9H3zM3 7.5h10M5.5 2.5v3M10.5 2.5v3',
  check: 'M3 8.5 6.5 12 13 4.5',
  chat: 'M2.8 13.2l.9-2.6A5.5 5.5 0 1 1 5.6 12.6z',
  phone:
    'M3.6 2.5h2.2l1.1 2.8-1.4 1a7 7 0 0 0 4.2 4.2l1-1.4 2.8 1.1v2.2a1 1 0 0 1-1.1 1A10.2 10.2 0 0 1 2.6 3.6a1 1 0 0 1 1-1.1',
  mail: 'M2.5 4h11v8.5h-11zM2.8 4.4 8 8.8l5.2-4.4',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 7.4v3.4M8 5.1v.1',
  printer: 'M4.5 6V2.5h7V6M4.5 12h-2V6h11v6h-2M4.5 9.5h7v4h-7z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
} as const

export type IconName = keyof typeof paths

interface IconProps {
  readonly name: IconName
  readonly size?: number
  readonly className?: string
}

/** Always decoration: the control around it carries the words. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={paths[name]} />
    </svg>
  )
}
