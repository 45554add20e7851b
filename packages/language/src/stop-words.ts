/** Words that say nothing about what is looked for: «урок по дробям» should find a text without «по». Folded forms. */
const STOP = new Set(
  `
  және мен бен пен үшін туралы бойынша да де та те ма ме ба бе па пе не немесе бұл осы ол қалай қандай арналған арқылы кезінде бірге
  и в во на с со к ко по о об обо для из у от до за при не но или а что как это этот эта через про между под над чтобы
  the a an of in on at for to and or with by from how is are about into using
  `
    .trim()
    .split(/\s+/),
)

export const isStopWord = (word: string): boolean => STOP.has(word)
