/// A small persona, so that these tests depend on no shipped one.
public let noor = """
  # Noor Bakker
  taal: nl
  rol: planner
  situatie: Noor is stil de laatste tijd. Jij bent haar teamleider.
  doel: Ontdek wat erachter zit.
  opening: Hoi. Je wilde me spreken?
  openheid: 4

  ## woorden
  werk: werk*, rooster*
  nacht: nacht*, slaap*, slapen

  ## begin
  als: vraag, over werk
  stap: situatie
  signaal nacht: Druk, ja. Ik slaap er slecht van.
  - Gewoon druk.

  ### kern: nacht
  als: vraag of reflectie, over nacht
  stap: waarom
  - Ik ben bang dat het een keer misgaat, en dat het dan aan mij ligt.
  - Dat het misgaat. Daar lig ik wakker van.

  ## anders
  als: stilte
  - Tja. Het is ook best veel.
  - Hm.
  """
