import { classNames } from '../class-names.ts'

export type Fill = 'solid' | 'hatched' | 'settled' | 'warn' | 'bad' | 'hollow'

/** The fills of bars; hatched is what is possible or not yet settled. */
export const fillClass: Readonly<Record<Fill, string>> = {
  solid: 'bg-accent',
  hatched: 'hatched',
  settled: 'bg-ink-2',
  warn: 'bg-warn',
  bad: 'bg-bad',
  hollow: 'hollow',
}

/** A small piece of a bar, before its words. */
export function Swatch({ fill }: { readonly fill: Fill }) {
  return <span aria-hidden="true" className={classNames('h-2.5 w-3.5 shrink-0 rounded-[2px]', fillClass[fill])} />
}
