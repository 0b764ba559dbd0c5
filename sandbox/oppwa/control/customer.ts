import type { Payer } from '../payment'

/** The default customer. */
export const CUSTOMER: Payer = {
  customer: {
    givenName: 'Test',
    surname: 'Customer',
    email: 'test.customer@example.com',
    phone: '+4740000100',
    merchantCustomerId: 'c-1',
  },
  billing: { street1: 'Main Street 1', postcode: '0155', city: 'Oslo', country: 'NO' },
  card: {
    bin: '420000',
    last4Digits: '0000',
    holder: 'Test Customer',
    expiryMonth: '09',
    expiryYear: '2030',
  },
}
