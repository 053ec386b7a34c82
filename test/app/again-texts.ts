/** Texts that come again, and texts that only look as if they did. */
import { readFileSync } from 'node:fs'

const corpusText = (path: string): string => readFileSync(new URL(`../../corpus/${path}`, import.meta.url), 'utf8')

export const council = corpusText('forskoleavgifter-heidebruck/1-exempelsystem-a/mt.txt')
export const councilByAnother = corpusText('forskoleavgifter-heidebruck/2-exempelsystem-b/mt.txt')
export const councilSource = corpusText('forskoleavgifter-heidebruck/source.txt')
export const fire = corpusText('brandkaren-eickenrode/1-exempelsystem-a/mt.txt')
export const crash = corpusText('trafikolycka-b75/1-exempelsystem-a/mt.txt')
const fraud = corpusText('barnbarnsbedrageri-brueckenthal/1-exempelsystem-a/mt.txt')
const storm = corpusText('ovadersvarning-passau/1-exempelsystem-b/mt.txt')
const police = corpusText('lka-niedersachsen/1/mt.txt')

const fireByAnother = `Brandvärnet firar 125 år: ny brandbil till Löschzug Eickenrode

Eickenrode, Nordrhein-Westfalen – I lördags kunde frivilliga brandkåren i Eickenrode blicka tillbaka på 125 år. Fler än 400 gäster hade tagit sig till brandstationen på Dorfstraße för att fira med kollegerna. Festens höjdpunkt var när ett nytt släckfordon överlämnades i stället för en bil som är 28 år gammal. Priset var 420.000 euro, och en tredjedel betalar kretsen.
Avdelningens chef Thomas Brinkschulte tackade alla för deras frivilliga arbete. ”Under 2024 ryckte vi ut 87 gånger, fler än någonsin”, sade han. Oftast rörde det sig om stormskador och automatiska larm som många gånger var falska.
Ungdomskåren växer
Särskilt glädjande är de unga: 23 flickor och pojkar från 10 till 17 år är just nu med i ungdomsbrandkåren, och nästa år kommer en grupp för barn. Kretsbrandchefen Heike Sander delade ut brandkårens hederstecken i guld till fem medlemmar som varit aktiva i 40 år. Sedan spelade musikkåren och man dansade till långt in på natten.
Den som vill vara med är välkommen till brandstationen varje torsdag klockan 19.30.`

const crashByAnother = `Svår olycka på B75 vid Moorstedt: två skadade vid omkörning

Moorstedt – Två människor har skadats i en trafikolycka tisdagen den 4 mars 2025 på förbundsväg 75 mellan Moorstedt och Dohrenfeld. Polisen uppger att en 52-årig man strax efter klockan 7:20 försökte köra om en långtradare och inte såg den trafik som kom emot. Bilen krockade front mot front med en småbil som kördes av en 24-årig kvinna från distriktet Harburg.
Räddningstjänsten kom med 35 man. Kvinnan satt fast i bilen och fick klippas loss. Hon fördes med helikopter till ett sjukhus i Hamburg och svävar inte i livsfara. Den som orsakade olyckan klarade sig med lindriga skador.
Vägen avstängd till lunch
Till klockan 12:30 var B75 helt avstängd, och trafiken leddes om. Skadorna beräknas till 45 000 euro. Vittnen till olyckan ombeds ringa polisen på 04181 000000. Så sent som i februari varnade delstatens haverikommission för sträckan: förare tror ofta att sikten är bättre än den är.`

/** One article each, in the words of two systems. */
export const retold: readonly (readonly [string, string])[] = [
  [council, councilByAnother],
  [fire, fireByAnother],
  [crash, crashByAnother],
]

const accident = (place: string, day: string, age: number, hour: string, cost: string, what: string): string =>
  `Trafikolycka nära ${place}

${place} – Vid en trafikolycka på ${day} skadades en ${age}-årig man nära ${place}. ${what} Enligt polisen i Lüneburg inträffade olyckan klockan ${hour}. Skadorna uppgår till ${cost} euro.
Polisen i Lüneburg ber vittnen att höra av sig på telefon 04131 ${age}${age}00.`

/** As they stand on one site, in one week: of the same town, by the same police, in the same form. */
export const oneSite: readonly string[] = [
  council,
  fire,
  crash,
  fraud,
  storm,
  police,
  accident('Adendorf', 'måndagen', 34, '8.15', '12 000', 'Han hade somnat vid ratten och kört in i ett träd.'),
  accident(
    'Bardowick',
    'tisdagen',
    61,
    '17.40',
    '3 500',
    'En älg sprang över vägen, och bilen gick inte att stanna i tid.',
  ),
  accident(
    'Reppenstedt',
    'onsdagen',
    22,
    '23.05',
    '20 000',
    'Motorcykeln gled på den våta vägbanan och hamnade i diket.',
  ),
  `Serie A: Resultat och tabell

Juventus, Milan, Inter, Napoli, Roma och Lazio spelade i söndags. Juventus slog Napoli med 3–1 inför 41 000 åskådare i Turin. Milan och Inter delade på poängen, 2–2, medan Roma vann mot Lazio med 1–0. Cristiano Ronaldo gjorde två mål och Gonzalo Higuaín ett.`,
  `Serie A: Resultat och tabell

Napoli, Roma, Juventus, Lazio, Inter och Milan möttes i helgen. Inter besegrade Juventus i Milano, 1–0, efter ett sent mål av Mauro Icardi. Napoli tog tre poäng mot Milan, 4–2, och Lazio och Roma slutade mållöst. Publiksiffran i Rom var 58 000.`,
]
