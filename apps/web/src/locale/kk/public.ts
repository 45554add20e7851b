export const publicWords = {
  todo: '',
}
