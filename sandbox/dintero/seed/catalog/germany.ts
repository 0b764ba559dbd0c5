import type { Country } from './country'
import { germanNumber } from './organization-number'

/** Sample orders from Germany. */
export const germany: Country = {
  code: 'DE',
  currency: 'EUR',
  merchantName: 'Fjellheim Handel Deutschland',
  vat: { standard: 19, food: 7, book: 7 },
  products: [
    ['PUL-NOR', 'Norwegerpullover, Gr. M', 13990, 'standard'],
    ['JAC-WET', 'Wetterjacke, Gr. L', 24990, 'standard'],
    ['RUC-30', 'Wanderrucksack 30 Liter', 10990, 'standard'],
    ['ISO-FLA', 'Isolierflasche 0,75 Liter', 3490, 'standard'],
    ['STU-ESC', 'Esszimmerstuhl, Esche', 18990, 'standard'],
    ['LEU-TIS', 'Tischleuchte, Messing', 12990, 'standard'],
    ['DEC-WOL', 'Wolldecke, 140 x 200', 8990, 'standard'],
    ['PFA-EIS', 'Eisenpfanne 28 cm', 5990, 'standard'],
    ['KER-SET', 'Kerzenhalter, 3er-Set', 2990, 'standard'],
    ['KAF-DE', 'Röstkaffee, 500 g', 1290, 'food'],
    ['HON-DE', 'Waldhonig, 500 g', 890, 'food'],
    ['SCH-DE', 'Zartbitterschokolade, 5 Tafeln', 1490, 'food'],
    ['BUC-WAN', 'Buch: Wandern in Skandinavien', 2990, 'book'],
    ['BUC-KRI', 'Krimi: Nebel über Rügen', 1499, 'book'],
  ],
  byWeight: [['KÄS-BER', 'Bergkäse, je kg', 2490, 'food']],
  shipping: [
    ['dhl-paket', 'Paket', 'DHL', 590],
    ['dhl-packstation', 'Packstation', 'DHL', 490],
    ['hermes', 'Haustür', 'Hermes', 690],
  ],
  discountName: 'Frühlingsaktion',
  giftCardName: 'Gutschein',
  firstNames: ['Anna', 'Jürgen', 'Lena', 'Felix', 'Käthe', 'Jonas', 'Sophie', 'Götz'],
  lastNames: ['Müller', 'Schäfer', 'Krüger', 'Weiß', 'Hoffmann', 'Vogel', 'Jäger'],
  streets: ['Hauptstraße', 'Lindenallee', 'Bahnhofstraße', 'Gartenweg', 'Am Markt'],
  places: [
    ['10115', 'Berlin'],
    ['20095', 'Hamburg'],
    ['80331', 'München'],
    ['50667', 'Köln'],
    ['24103', 'Kiel'],
  ],
  companies: [
    'Nordlicht Möbel GmbH',
    'Café Ährenfeld GmbH',
    'Küstenbüro GmbH',
    'Schäfer & Söhne OHG',
  ],
  // A range that the German authority reserves for fiction.
  phoneNumber: (prng) => `+4917604069${prng.int(100, 999)}`,
  organizationNumber: germanNumber,
}
