// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { writePreference } from '#parts/preference.ts'
import { applyTheme, chooseLocale, themeOf, workspaceLocalePreference } from './preferences.ts'

afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

describe('the language', () => {
  it("is a person's own choice, else the workspace's, else the one last seen, else the browser's", () => {
    vi.stubGlobal('navigator', { language: 'id-ID' })
    expect(chooseLocale('en', 'id')).toBe('en')
    expect(chooseLocale(null, 'en')).toBe('en')
    writePreference(workspaceLocalePreference, 'en')
    expect(chooseLocale(null, undefined)).toBe('en')
    writePreference(workspaceLocalePreference, null)
    expect(chooseLocale(null, undefined)).toBe('id')
    vi.stubGlobal('navigator', { language: 'de-DE' })
    expect(chooseLocale('klingon', 'de')).toBe('en')
  })
})

describe('the theme', () => {
  it('is one of ours or the system’s', () => {
    expect(themeOf('dark')).toBe('dark')
    expect(themeOf('purple')).toBe('system')
    expect(themeOf(null)).toBe('system')
  })

  it('follows the system where nobody chose', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    applyTheme('system')
    expect(document.documentElement.dataset.theme).toBe('dark')
    applyTheme('light')
    expect(document.documentElement.dataset.theme).toBe('light')
  })
})
