/** `5km`, `20°C`, `20° C`: the space between a number and its unit. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

const unit =
  /(?<![\p{L}\p{N}_.,:/$€£-])(\d+(?:[.,]\d+)?)(km\/h|km|cm|mm|dm|kg|mg|kr|ml|cl|dl|ha|hk|kvm|kWh|MWh|GWh|TWh|kW|MW|GW|kV|Hz|kHz|MHz|GHz|GB|MB|TB|kcal|km²|m²|m³|km2|m2|m3|min|m|g|l|h|°\s?[CF]?)(?![\p{L}\p{N}²³/-])/gu
/** Degrees of angle and place have none: 54° nordlig bredd. */
const degrees = /(?<![\p{L}\p{N}])(\d+(?:,\d+)?)\s?°\s?([CF])(?!\p{L})/gu

export const unitSpace: Check = {
  id: 'unit-space',
  family: 'typography',
  category: 'locale-conventions/measurement-format',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Mellanslag mellan tal och enhet', en: 'Space between a number and its unit' },
  why: {
    sv: 'Mellan tal och måttenhet står ett mellanslag: 5 km, 20 °C (Svenska skrivregler, kapitlet om siffror).',
    en: 'A space stands between a number and its unit: 5 km, 20 °C (Svenska skrivregler).',
  },
  examples: [
    'Bilen körde [120km/h→120 km/h] i [5km→5 km], i [20°C→20 °C] och [25° C→25 °C].',
    'Lasten vägde [3,5kg→3,5 kg] och kostade [500kr→500 kr].',
    'Det är 5 km dit, 20 °C varmt, 54° nordlig bredd, 5G-nät, 3D och en 9mm-pistol.',
    'Se https://x.se/5km.',
  ],
  *find(reading): Iterable<Found> {
    const { text } = reading
    const found: Found[] = []
    for (const match of text.matchAll(unit)) {
      const [whole, number = '', written = ''] = match
      if (written.startsWith('°') || isVerbatim(reading, match.index)) continue
      found.push({ from: match.index, to: match.index + whole.length, fixes: [`${number} ${written}`] })
    }
    for (const match of text.matchAll(degrees)) {
      const fix = `${match[1] ?? ''} °${match[2] ?? ''}`
      if (match[0].replace('\u00a0', ' ') !== fix)
        found.push({ from: match.index, to: match.index + match[0].length, fixes: [fix] })
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
