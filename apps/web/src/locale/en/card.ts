import type { Words } from '../words.ts'

export const card = {
  whatIsNeeded: 'What is needed',
  inOther: 'In short in another language (optional)',
  inOtherWhy: 'A colleague who reads another language will see what it is about.',
  titleIn: (language: string) => `Title: ${language}`,
  summaryIn: (language: string) => `In short: ${language}`,
  bothOrNone: 'Write both the title and the summary, or leave both empty.',
} satisfies Words['card']
