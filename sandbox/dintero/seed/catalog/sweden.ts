import type { Country } from './country'
import { swedishNumber } from './organization-number'

/** Sample orders from Sweden. */
export const sweden: Country = {
  code: 'SE',
  currency: 'SEK',
  merchantName: 'Fjellheim Handel Sverige',
  vat: { standard: 25, food: 12, book: 6 },
  products: [
    ['TRO-ULL-S', 'Ulltröja Jämtland, stl. S', 139900, 'standard'],
    ['JAC-REG-M', 'Regnjacka Abisko, stl. M', 229900, 'standard'],
    ['STR-3P', 'Strumpor i merinoull, 3-pack', 39900, 'standard'],
    ['RYG-20', 'Ryggsäck 20 liter', 99900, 'standard'],
    ['KÅS-EMA', 'Emaljmugg', 12900, 'standard'],
    ['STO-BJÖ', 'Stol i björk', 179900, 'standard'],
    ['LAM-TAK', 'Taklampa i glas', 159900, 'standard'],
    ['FIL-ULL', 'Filt i ull, 130 x 180', 89900, 'standard'],
    ['GRY-5L', 'Gjutjärnsgryta 5 liter', 149900, 'standard'],
    ['CYK-LÅS', 'Cykellås godkänt klass 2', 54900, 'standard'],
    ['TÄL-2P', 'Tält för två personer', 399900, 'standard'],
    ['YOG-MAT', 'Yogamatta i kork', 69900, 'standard'],
    ['KAF-500', 'Bryggkaffe mellanrost, 500 g', 8990, 'food'],
    ['KNÄ-RÅG', 'Knäckebröd på råg, 4 paket', 11900, 'food'],
    ['LIN-SYL', 'Rårörda lingon, 400 g', 4990, 'food'],
    ['GOD-LAK', 'Saltlakrits, 500 g', 9900, 'food'],
    ['BOK-SKÄ', 'Bok: Skärgårdens kök', 34900, 'book'],
    ['BOK-DEC', 'Deckare: Isen brister', 22900, 'book'],
    ['BOK-BAR', 'Barnbok: Räven och månen', 16900, 'book'],
  ],
  byWeight: [
    ['OST-VÄS', 'Lagrad ost, per kg', 24900, 'food'],
    ['LAX-RÖK', 'Varmrökt lax, per kg', 39900, 'food'],
  ],
  shipping: [
    ['postnord-home', 'Hemleverans', 'PostNord', 12900],
    ['postnord-pickup', 'Till ombud', 'PostNord', 5900],
    ['instabox', 'Paketskåp', 'Instabee', 4900],
    ['budbee', 'Kvällsleverans', 'Instabee', 6900],
  ],
  discountName: 'Höstrea',
  giftCardName: 'Presentkort',
  firstNames: ['Anna', 'Erik', 'Maja', 'Lars', 'Elsa', 'Nils', 'Saga', 'Oskar', 'Åsa', 'Björn'],
  lastNames: ['Andersson', 'Lindberg', 'Sjöström', 'Ekman', 'Holm', 'Nyström', 'Åkesson', 'Dahl'],
  streets: ['Drottninggatan', 'Storgatan', 'Björkvägen', 'Hamngatan', 'Kyrkogatan', 'Ängsvägen'],
  places: [
    ['111 51', 'Stockholm'],
    ['411 06', 'Göteborg'],
    ['211 34', 'Malmö'],
    ['753 10', 'Uppsala'],
    ['903 26', 'Umeå'],
    ['831 30', 'Östersund'],
  ],
  companies: [
    'Norrsken Design AB',
    'Mälaren Konsult AB',
    'Kafé Ängen AB',
    'Björk & Söner Bygg AB',
    'Skärgårdshotellet AB',
  ],
  // A range that the Swedish authority reserves for fiction.
  phoneNumber: (prng) => `+46701740${prng.int(605, 699)}`,
  organizationNumber: swedishNumber,
}
