import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'

// 16 px on touch: a smaller input makes a phone zoom in.
const control =
  'w-full rounded border border-line-control bg-surface text-ink text-sm pointer-coarse:text-lg ' +
  'aria-invalid:border-bad disabled:opacity-60'

export function TextInput({ className, ...rest }: ComponentPropsWithRef<'input'>) {
  return <input className={classNames(control, 'h-9 px-3 pointer-coarse:h-11', className)} {...rest} />
}

export function TextArea({ className, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return <textarea className={classNames(control, 'min-h-24 px-3 py-2', className)} {...rest} />
}

/** The browser's own select: right on every phone, with every keyboard and reader. */
export function Select({ className, ...rest }: ComponentPropsWithRef<'select'>) {
  return <select className={classNames(control, 'h-9 px-2.5 pointer-coarse:h-11', className)} {...rest} />
}
