import type { Country } from './country'
import { danishNumber } from './organization-number'

/** Sample orders from Denmark, which has one VAT rate only. */
export const denmark: Country = {
  code: 'DK',
  currency: 'DKK',
  merchantName: 'Fjellheim Handel Danmark',
  vat: { standard: 25, food: 25, book: 25 },
  products: [
    ['SWE-FÆR', 'Færøsk sweater, str. L', 109900, 'standard'],
    ['REG-FRA', 'Regnfrakke, grøn', 89900, 'standard'],
    ['LAM-PEN', 'Pendel i opalglas', 149900, 'standard'],
    ['STO-EGE', 'Spisestol i eg', 159900, 'standard'],
    ['VAS-KER', 'Keramikvase, 24 cm', 34900, 'standard'],
    ['PLA-ULD', 'Uldplaid, grå', 59900, 'standard'],
    ['KOP-STE', 'Krus i stentøj, 2 stk.', 24900, 'standard'],
    ['CYK-HJE', 'Cykelhjelm, str. M', 49900, 'standard'],
    ['HØR-SEN', 'Sengesæt i hør', 99900, 'standard'],
    ['KNI-BRØ', 'Brødkniv', 39900, 'standard'],
    ['KAF-DK', 'Kaffebønner, 400 g', 8900, 'food'],
    ['LAK-DK', 'Lakridskugler, 250 g', 6900, 'food'],
    ['HON-DK', 'Dansk honning, 450 g', 5900, 'food'],
    ['BOG-KØK', 'Bog: Det nye nordiske køkken', 29900, 'book'],
    ['BOG-KRI', 'Krimi: Tågen over Fanø', 19900, 'book'],
  ],
  byWeight: [['OST-VES', 'Vesterhavsost, per kg', 18900, 'food']],
  shipping: [
    ['gls-shop', 'Pakkeshop', 'GLS', 3900],
    ['dao-home', 'Til døren', 'dao', 5900],
    ['postnord-dk', 'Erhvervspakke', 'PostNord', 7900],
  ],
  discountName: 'Sæsonrabat',
  giftCardName: 'Gavekort',
  firstNames: ['Mette', 'Søren', 'Freja', 'Lars', 'Ida', 'Mads', 'Signe', 'Jørgen'],
  lastNames: ['Jensen', 'Nielsen', 'Kjær', 'Østergaard', 'Møller', 'Bech', 'Søndergaard'],
  streets: ['Vestergade', 'Strandvejen', 'Nørregade', 'Bøgevej', 'Havnegade'],
  places: [
    ['1208', 'København K'],
    ['8000', 'Aarhus C'],
    ['5000', 'Odense C'],
    ['9000', 'Aalborg'],
    ['6700', 'Esbjerg'],
  ],
  companies: [
    'Havnekontoret ApS',
    'Bøgelund Café ApS',
    'Nordhavn Arkitekter A/S',
    'Rugbrød & Co. ApS',
  ],
  phoneNumber: (prng) => `+4520000${prng.int(100, 999)}`,
  organizationNumber: danishNumber,
}
