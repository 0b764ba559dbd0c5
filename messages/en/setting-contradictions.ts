/** Settings of a connection that cannot hold together, at the one that is to be changed. */
export const settingContradictions = {
  same_entity:
    'This is the account itself. Enter the entity id of the other channel, or leave this empty.',
  one_read_two_entities:
    'With a second entity id a payment may take two reads, and one a minute never finds the payments of the second. Enter 2 or more, or leave the second entity id empty.',
  test_mode_live:
    'Only the test hosts have a test mode, and this connection is live. Choose “Not set”.',
  days_without_list:
    'Without the search by date there is no list that these days could be of. Turn on “Search by date”, or enter the usual 90.',
}
