/// Short texts with relations that are hard to miss.
enum Articles {
  static let first = """
    On Wednesday, Ahmad Massoud hired Washington lobbyist Robert Stryk. Massoud met Senator Lindsey \
    Graham in Dushanbe. Ali Nazary said that the Taliban attacked Panjshir.
    """
  static let second = "Anna Kern founded Acme Corporation in Oslo. Bob Lund leads Acme Corporation."

  static func line(_ id: String, _ text: String) -> String {
    "{\"id\": \"\(id)\", \"text\": \"\(text)\", \"source\": \"The Example\"}\n"
  }
}
