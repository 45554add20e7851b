import type { Component } from 'solid-js'

export { routeOf } from './route-table.ts'

/** The part of every page, by its file. */
export const parts = import.meta.glob<Record<string, Component>>([
  '../*/*Page.tsx',
  '!../{public,shell}/*',
  '!../live/LivePage.tsx',
])
