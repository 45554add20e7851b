import type { Words } from '../words.ts'

export const card = {
  whatIsNeeded: 'Что нужно',
  inOther: 'Коротко на другом языке (необязательно)',
  inOtherWhy: 'Коллега, который читает на другом языке, поймёт, о чём практика.',
  titleIn: (language: string) => `Название: ${language}`,
  summaryIn: (language: string) => `Коротко: ${language}`,
  bothOrNone: 'Напишите и название, и краткое содержание или оставьте пустым и то и другое.',
} satisfies Words['card']
