import type { Country } from './country'
import { finnishNumber } from './organization-number'

/** Sample orders from Finland. */
export const finland: Country = {
  code: 'FI',
  currency: 'EUR',
  merchantName: 'Fjellheim Handel Suomi',
  vat: { standard: 25.5, food: 13.5, book: 13.5 },
  products: [
    ['VIL-PAI', 'Villapaita, koko M', 11990, 'standard'],
    ['TAK-ULK', 'Ulkoilutakki, koko L', 21990, 'standard'],
    ['REP-25', 'Reppu 25 litraa', 8990, 'standard'],
    ['PUU-KUK', 'Puukko, visakoivu', 7490, 'standard'],
    ['SAU-PYY', 'Saunapyyhe, pellava', 2990, 'standard'],
    ['KIU-KAU', 'Löylykauha, kupari', 4990, 'standard'],
    ['LAS-MUK', 'Lasimukit, 2 kpl', 3490, 'standard'],
    ['MAT-KUD', 'Kudottu matto, 70 x 140', 6990, 'standard'],
    ['VAL-PÖY', 'Pöytävalaisin', 9990, 'standard'],
    ['KAH-FI', 'Vaaleapaahtoinen kahvi, 500 g', 990, 'food'],
    ['SAL-FI', 'Salmiakki, 300 g', 590, 'food'],
    ['RUI-FI', 'Ruisnäkkileipä, 3 pakettia', 790, 'food'],
    ['KIR-KEI', 'Kirja: Järvi-Suomen keittiö', 3490, 'book'],
    ['KIR-DEK', 'Dekkari: Hiljainen ranta', 2490, 'book'],
  ],
  byWeight: [['LOH-FI', 'Savulohi, per kg', 3490, 'food']],
  shipping: [
    ['posti-box', 'Pakettiautomaatti', 'Posti', 490],
    ['matkahuolto', 'Lähellä-paketti', 'Matkahuolto', 590],
    ['posti-home', 'Kotiinkuljetus', 'Posti', 1290],
  ],
  discountName: 'Kevätale',
  giftCardName: 'Lahjakortti',
  firstNames: ['Aino', 'Mikko', 'Helmi', 'Juhani', 'Sanni', 'Väinö', 'Päivi', 'Eero'],
  lastNames: ['Virtanen', 'Korhonen', 'Mäkinen', 'Nieminen', 'Hämäläinen', 'Järvinen', 'Koskela'],
  streets: ['Mannerheimintie', 'Koulukatu', 'Rantatie', 'Hämeenkatu', 'Koivukuja'],
  places: [
    ['00100', 'Helsinki'],
    ['33100', 'Tampere'],
    ['20100', 'Turku'],
    ['90100', 'Oulu'],
    ['40100', 'Jyväskylä'],
  ],
  companies: [
    'Järvenrannan Kahvila Oy',
    'Pohjola Tilat Oy',
    'Koivu & Kivi Oy',
    'Saaristo Matkat Oy',
  ],
  phoneNumber: (prng) => `+358400000${prng.int(100, 999)}`,
  organizationNumber: finnishNumber,
}
