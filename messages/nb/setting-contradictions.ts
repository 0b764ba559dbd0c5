/** Settings of a connection that cannot hold together, at the one that is to be changed. */
export const settingContradictions = {
  same_entity:
    'Dette er kontoen selv. Skriv entitets-id-en til den andre kanalen, eller la dette stå tomt.',
  one_read_two_entities:
    'Med en entitets-id nummer to kan en betaling kreve to lesinger, og én per minutt finner aldri betalingene til den andre. Skriv 2 eller mer, eller la entitets-id nummer to stå tom.',
  test_mode_live:
    'Bare testvertene har en testmodus, og denne tilkoblingen er i produksjon. Velg «Ikke angitt».',
  days_without_list:
    'Uten søk etter dato finnes ingen liste som disse dagene kunne gjelde. Slå på «Søk etter dato», eller skriv det vanlige, 90.',
}
