/** Every check, in the order of its family. Adding one is a file, a test and a line here. */
import type { Check } from './check.ts'
import { acronymCapital } from './acronym-capital.ts'
import { acronymInflection } from './acronym-inflection.ts'
import { adverbForm } from './adverb-form.ts'
import { agreementNounPhrase } from './agreement-noun-phrase.ts'
import { agreementPredicative } from './agreement-predicative.ts'
import { asciiName } from './ascii-name.ts'
import { authorityName } from './authority-name.ts'
import { calque } from './calque.ts'
import { colonSpace } from './colon-space.ts'
import { commaInQuotation } from './comma-in-quotation.ts'
import { compoundLink } from './compound-link.ts'
import { currencyFormat } from './currency-format.ts'
import { dateFormat } from './date-format.ts'
import { decadeFormat } from './decade-format.ts'
import { decimalPoint } from './decimal-point.ts'
import { doubleComparison } from './double-comparison.ts'
import { doubleDefiniteness } from './double-definiteness.ts'
import { doubleSpace } from './double-space.ts'
import { doubledSign } from './doubled-sign.ts'
import { doubledWord } from './doubled-word.ts'
import { emDash } from './em-dash.ts'
import { exonym } from './exonym.ts'
import { foreignAbbreviation } from './foreign-abbreviation.ts'
import { foreignUnit } from './foreign-unit.ts'
import { genderColon } from './gender-colon.ts'
import { genitiveApostrophe } from './genitive-apostrophe.ts'
import { gluedWords } from './glued-words.ts'
import { htmlEntity } from './html-entity.ts'
import { hybridName } from './hybrid-name.ts'
import { hyphenSpace } from './hyphen-space.ts'
import { idiom } from './idiom.ts'
import { inconsistentName } from './inconsistent-name.ts'
import { infinitiveAfterAtt } from './infinitive-after-att.ts'
import { infinitiveAfterModal } from './infinitive-after-modal.ts'
import { invisibleCharacter } from './invisible-character.ts'
import { lostNumber } from './lost-number.ts'
import { markupLeftOver } from './markup-left-over.ts'
import { memory } from './memory.ts'
import { missingAtt } from './missing-att.ts'
import { missingHyphen } from './missing-hyphen.ts'
import { missingSpace } from './missing-space.ts'
import { mojibake } from './mojibake.ts'
import { monthCapital } from './month-capital.ts'
import { nameCapital } from './name-capital.ts'
import { nationalityCapital } from './nationality-capital.ts'
import { negationPlace } from './negation-place.ts'
import { nordicCalque } from './nordic-calque.ts'
import { ordinalFormat } from './ordinal-format.ts'
import { pageFurniture } from './page-furniture.ts'
import { percentSpace } from './percent-space.ts'
import { perfectPastTime } from './perfect-past-time.ts'
import { personVariants } from './person-variants.ts'
import { placeAdjective } from './place-adjective.ts'
import { possessiveAfterNoun } from './possessive-after-noun.ts'
import { postposedPossessive } from './postposed-possessive.ts'
import { preposition } from './preposition.ts'
import { pronounCase } from './pronoun-case.ts'
import { quotationMarks } from './quotation-marks.ts'
import { repeatedPhrase } from './repeated-phrase.ts'
import { scoreFormat } from './score-format.ts'
import { sentenceCapital } from './sentence-capital.ts'
import { sourceAddition } from './source-addition.ts'
import { sourceCurrency } from './source-currency.ts'
import { sourceDate } from './source-date.ts'
import { sourceLength } from './source-length.ts'
import { sourceName } from './source-name.ts'
import { sourceNumberFormat } from './source-number-format.ts'
import { sourceNumber } from './source-number.ts'
import { sourceOmission } from './source-omission.ts'
import { sourceParagraph } from './source-paragraph.ts'
import { sourcePercentage } from './source-percentage.ts'
import { sourcePlace } from './source-place.ts'
import { sourcePlaceholder } from './source-placeholder.ts'
import { sourceScale } from './source-scale.ts'
import { sourceTime } from './source-time.ts'
import { sourceUnit } from './source-unit.ts'
import { spaceBeforeSign } from './space-before-sign.ts'
import { splitCompound } from './split-compound.ts'
import { strayCapital } from './stray-capital.ts'
import { superfluousAtt } from './superfluous-att.ts'
import { supineForm } from './supine-form.ts'
import { supineParticiple } from './supine-participle.ts'
import { term } from './term.ts'
import { thousandsSeparator } from './thousands-separator.ts'
import { timeFormat } from './time-format.ts'
import { townAdjective } from './town-adjective.ts'
import { transcribedName } from './transcribed-name.ts'
import { unbalancedBrackets } from './unbalanced-brackets.ts'
import { unitCapital } from './unit-capital.ts'
import { unitSpace } from './unit-space.ts'
import { unknownWord } from './unknown-word.ts'
import { untranslatedCompound } from './untranslated-compound.ts'
import { untranslatedNoun } from './untranslated-noun.ts'
import { untranslatedPhrase } from './untranslated-phrase.ts'
import { untranslatedTitle } from './untranslated-title.ts'
import { untranslatedWord } from './untranslated-word.ts'
import { valency } from './valency.ts'
import { verbSecond } from './verb-second.ts'
import { weekdayPast } from './weekday-past.ts'
import { willFuture } from './will-future.ts'
import { yearPreposition } from './year-preposition.ts'

export const checks: readonly Check[] = [
  asciiName,
  authorityName,
  exonym,
  hybridName,
  inconsistentName,
  personVariants,
  placeAdjective,
  townAdjective,
  transcribedName,
  untranslatedCompound,
  untranslatedNoun,
  untranslatedPhrase,
  untranslatedTitle,
  untranslatedWord,
  compoundLink,
  splitCompound,
  unknownWord,
  genderColon,
  gluedWords,
  htmlEntity,
  invisibleCharacter,
  lostNumber,
  markupLeftOver,
  mojibake,
  pageFurniture,
  repeatedPhrase,
  acronymCapital,
  acronymInflection,
  colonSpace,
  commaInQuotation,
  currencyFormat,
  dateFormat,
  decadeFormat,
  decimalPoint,
  doubleSpace,
  doubledSign,
  doubledWord,
  emDash,
  foreignAbbreviation,
  foreignUnit,
  genitiveApostrophe,
  hyphenSpace,
  missingHyphen,
  missingSpace,
  monthCapital,
  nameCapital,
  nationalityCapital,
  ordinalFormat,
  percentSpace,
  quotationMarks,
  scoreFormat,
  sentenceCapital,
  spaceBeforeSign,
  strayCapital,
  thousandsSeparator,
  timeFormat,
  unbalancedBrackets,
  unitCapital,
  unitSpace,
  yearPreposition,
  adverbForm,
  agreementNounPhrase,
  agreementPredicative,
  doubleComparison,
  doubleDefiniteness,
  infinitiveAfterAtt,
  infinitiveAfterModal,
  missingAtt,
  negationPlace,
  perfectPastTime,
  possessiveAfterNoun,
  postposedPossessive,
  preposition,
  pronounCase,
  superfluousAtt,
  supineForm,
  supineParticiple,
  valency,
  verbSecond,
  weekdayPast,
  calque,
  idiom,
  nordicCalque,
  willFuture,
  sourceAddition,
  sourceCurrency,
  sourceDate,
  sourceLength,
  sourceName,
  sourceNumberFormat,
  sourceNumber,
  sourceOmission,
  sourceParagraph,
  sourcePercentage,
  sourcePlace,
  sourcePlaceholder,
  sourceScale,
  sourceTime,
  sourceUnit,
  term,
  memory,
]

export const checkById = (id: string): Check | undefined => checks.find(check => check.id === id)
