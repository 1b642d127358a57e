import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'link'

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'h-9 px-3.5 bg-ink text-surface border border-ink hover:opacity-90 font-medium',
  plain: 'h-9 px-3.5 bg-surface text-ink border border-line-strong hover:bg-sunken font-medium',
  quiet: 'h-9 px-2.5 text-ink-2 hover:bg-sunken hover:text-ink font-medium',
  link: 'min-h-6 text-accent hover:underline font-medium',
}

/** The look of a button for anything that acts as one: a link to a page, a trigger of a popover. */
export function buttonClass(look: ButtonLook = 'plain', className?: string): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded text-sm whitespace-nowrap select-none transition-colors',
    'disabled:opacity-50 pointer-coarse:min-h-11',
    looks[look],
    className,
  )
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook
}

export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What the button does, for people who do not see its icon. */
  readonly label: string
  readonly children: ReactNode
}

export function IconButton({ label, className, type = 'button', children, ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-8 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-sunken hover:text-ink',
        'disabled:opacity-40 pointer-coarse:size-11',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
}
